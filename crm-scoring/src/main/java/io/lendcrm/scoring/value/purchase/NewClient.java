package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummary;

/** The history of a client at the moment of its first purchase. */
final class NewClient {

    static final PurchaseSummary SUMMARY = new PurchaseSummary(0, 0, 0);

    private NewClient() {}
}
