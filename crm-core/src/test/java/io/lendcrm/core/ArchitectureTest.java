package io.lendcrm.core;

import io.lendcrm.core.architecture.HouseRules;

class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super("io.lendcrm.core");
    }
}
