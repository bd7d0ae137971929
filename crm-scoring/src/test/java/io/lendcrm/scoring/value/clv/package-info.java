/** What the models of purchases and spend are held to: 60-digit closed forms, optima found independently, properties. */
@NullMarked
package io.lendcrm.scoring.value.clv;

import org.jspecify.annotations.NullMarked;
