/// A small shop for books: catalog, shelf, orders and receipts.
package bookshop;
