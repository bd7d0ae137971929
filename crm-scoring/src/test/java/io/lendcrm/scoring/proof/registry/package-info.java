@NullMarked
package io.lendcrm.scoring.proof.registry;

import org.jspecify.annotations.NullMarked;
