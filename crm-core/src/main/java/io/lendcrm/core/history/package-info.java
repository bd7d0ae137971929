/**
 * What is known of a client, cut at a point in time. A {@link io.lendcrm.core.history.Dossier} holds everything, with the
 * time each fact was recorded; {@link io.lendcrm.core.history.ClientHistory} shows only what an
 * {@link io.lendcrm.core.time.AsOf} sees, so that nothing later can be read by mistake. A
 * {@link io.lendcrm.core.history.ClientSource} streams histories, an {@link io.lendcrm.core.history.InteractionLog}
 * takes and gives interactions, and {@link io.lendcrm.core.history.PurchaseSummaries} boils histories down to the three
 * numbers that purchase models need.
 */
@NullMarked
package io.lendcrm.core.history;

import org.jspecify.annotations.NullMarked;
