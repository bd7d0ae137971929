/**
 * Who the clients are: a {@link io.lendcrm.core.client.Client} is an {@link io.lendcrm.core.client.Individual}, an
 * {@link io.lendcrm.core.client.Organisation} or a {@link io.lendcrm.core.client.ProjectCompany}. A client value is one
 * state; package {@code history} keeps all states with the time each became known.
 *
 * <p>What they do is an {@link io.lendcrm.core.client.Industry} of an {@link io.lendcrm.core.client.IndustryScheme}; how
 * big they are follows from {@link io.lendcrm.core.client.SizeRules}; who belongs together is a
 * {@link io.lendcrm.core.client.ClientGroup}. Data from outside banking is shut away in
 * {@link io.lendcrm.core.client.AlternativeData}, which opens through a gate alone.
 */
@NullMarked
package io.lendcrm.core.client;

import org.jspecify.annotations.NullMarked;
