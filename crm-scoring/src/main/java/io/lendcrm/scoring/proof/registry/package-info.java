/**
 * Which version of a model may be used, since when and by whose word. A {@link io.lendcrm.scoring.proof.registry.ModelRegistry}
 * keeps the bytes of each {@link io.lendcrm.scoring.proof.registry.ModelFile} under their checksum, leads each version from
 * draft over validated and approved to retired, asks two approvers who didn't develop it, tells the one version in force at
 * an instant, and forgets nothing.
 */
@NullMarked
package io.lendcrm.scoring.proof.registry;

import org.jspecify.annotations.NullMarked;
