package dev.monkeycoder.simulator.rest;

import dev.monkeycoder.simulator.echo.EchoModel;
import dev.monkeycoder.simulator.fault.Faults;
import dev.monkeycoder.simulator.journal.Journal;
import dev.monkeycoder.simulator.model.Ids;
import dev.monkeycoder.simulator.model.SimulatedModel;
import dev.monkeycoder.simulator.openai.ChatCompletions;
import dev.monkeycoder.simulator.openai.ModelList;
import dev.monkeycoder.simulator.script.ScriptedModel;
import dev.monkeycoder.simulator.script.store.ScriptFiles;
import dev.monkeycoder.simulator.simulation.Models;
import dev.monkeycoder.simulator.simulation.Simulation;
import dev.monkeycoder.simulator.synthetic.SyntheticModel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Puts the simulator's parts together. A script that can't be read stops the start.
@Singleton
class Parts {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Ids ids() {
        return prefix -> prefix + UUID.randomUUID().toString().replace("-", "");
    }

    @Produces
    @Singleton
    Faults faults() {
        return new Faults();
    }

    @Produces
    @Singleton
    Journal journal(SimulatorConfig config) {
        return new Journal(config.requestLog());
    }

    @Produces
    @Singleton
    @Startup
    Models models(SimulatorConfig config) {
        List<SimulatedModel> models = new ArrayList<>();
        ScriptFiles.all(config.scripts()).forEach(script -> models.add(new ScriptedModel(script)));
        models.add(new SyntheticModel());
        models.add(new EchoModel());
        return new Models(models);
    }

    @Produces
    @Singleton
    Simulation simulation(Models models, Faults faults, Ids ids, SimulatorConfig config) {
        return new Simulation(models, faults, ids, config.speed());
    }

    @Produces
    @Singleton
    ChatCompletions chatCompletions(Simulation simulation, InstantSource clock) {
        return new ChatCompletions(simulation, clock);
    }

    @Produces
    @Singleton
    ModelList modelList(Models models, InstantSource clock) {
        return new ModelList(models, clock.instant());
    }
}
