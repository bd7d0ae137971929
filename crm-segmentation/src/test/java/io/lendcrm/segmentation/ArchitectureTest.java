package io.lendcrm.segmentation;

import io.lendcrm.core.architecture.HouseRules;

class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super("io.lendcrm.segmentation", "io.lendcrm.core");
    }
}
