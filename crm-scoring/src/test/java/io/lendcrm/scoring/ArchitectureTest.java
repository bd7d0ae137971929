package io.lendcrm.scoring;

import io.lendcrm.core.architecture.HouseRules;

class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super("io.lendcrm.scoring", "io.lendcrm.core");
    }
}
