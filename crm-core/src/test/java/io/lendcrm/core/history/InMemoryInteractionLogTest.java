package io.lendcrm.core.history;

class InMemoryInteractionLogTest extends InteractionLogContract {

    @Override
    protected InteractionLog emptyLog() {
        return new InMemoryInteractionLog();
    }
}
