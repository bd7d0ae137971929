/**
 * Models of other tools, in and out. Readers of XGBoost ({@link io.lendcrm.scoring.risk.exchange.XgboostReader}) and LightGBM
 * ({@link io.lendcrm.scoring.risk.exchange.LightgbmReader}) files make models of ours, faithful to the arithmetic of their
 * origin. Files may come from anywhere: what isn't understood is refused with its place, in bounded time and memory. Writers
 * give a card to systems that know nothing of this library: as SQL, or a file of Java. The standard PMML has a package of its
 * own, {@code pmml}.
 */
@NullMarked
package io.lendcrm.scoring.risk.exchange;

import org.jspecify.annotations.NullMarked;
