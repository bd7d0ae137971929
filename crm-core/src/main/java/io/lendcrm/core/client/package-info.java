/**
 * Who the clients are: a {@link io.lendcrm.core.client.Client} is an {@link io.lendcrm.core.client.Individual}, an
 * {@link io.lendcrm.core.client.Organisation} or a {@link io.lendcrm.core.client.ProjectCompany}. A client value is one
 * state; package {@code history} keeps all states with the time each became known.
 */
@NullMarked
package io.lendcrm.core.client;

import org.jspecify.annotations.NullMarked;
