/**
 * From files to the domain, with every fault told. {@link io.lendcrm.core.ingest.DelimitedFile} reads CSV, TSV and what
 * is like them, packed or not, row by row in constant memory; a row that can't be used becomes a finding with its line,
 * and reading goes on. {@link io.lendcrm.core.ingest.TableReader} makes a table of it,
 * {@link io.lendcrm.core.ingest.PurchaseLog} purchase summaries. The parser of quoted fields is FastCSV; nothing outside this package sees it.
 */
@NullMarked
package io.lendcrm.core.ingest;

import org.jspecify.annotations.NullMarked;
