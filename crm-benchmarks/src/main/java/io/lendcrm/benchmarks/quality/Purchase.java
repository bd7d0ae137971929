package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.ClientId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An event of a log. */
record Purchase(ClientId client, LocalDate day, BigDecimal amount) {}
