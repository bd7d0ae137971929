@NullMarked
package io.lendcrm.examples.reproduce;

import org.jspecify.annotations.NullMarked;
