/**
 * From files to the domain, with every fault told. {@link io.lendcrm.core.ingest.DelimitedFile} reads CSV, TSV and what
 * is like them, packed or not, row by row in constant memory; a row that can't be used becomes a finding with its line,
 * and reading goes on. {@link io.lendcrm.core.ingest.TableReader} makes a table of it,
 * {@link io.lendcrm.core.ingest.PurchaseLog} purchase summaries. By a {@link io.lendcrm.core.ingest.Mapping} its rows
 * become the same documents that {@link io.lendcrm.core.ingest.JsonLinesFile} holds;
 * {@link io.lendcrm.core.ingest.DomainFile} reads clients, interactions, contracts and statements from either, and
 * {@link io.lendcrm.core.ingest.HistoryReader} joins them to dossiers. The parser of quoted fields is FastCSV; nothing
 * outside this package sees it.
 */
@NullMarked
package io.lendcrm.core.ingest;

import org.jspecify.annotations.NullMarked;
