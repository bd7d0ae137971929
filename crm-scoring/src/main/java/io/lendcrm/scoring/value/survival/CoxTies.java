package io.lendcrm.scoring.value.survival;

/** How a Cox model treats clients who end at the same moment. */
public enum CoxTies {
    /** As if in every order at once, on average (Efron 1977): close to the exact likelihood, R's default. */
    EFRON,
    /** As if each were alone at risk with all the others (Breslow 1974): biased to 0 where many end together. */
    BRESLOW
}
