/// What all doors share: bodies within limits, JSON, answers of parts behind, the OpenAPI document.
@NullMarked
package dev.monkeycoder.gateway.door.rest;

import org.jspecify.annotations.NullMarked;
