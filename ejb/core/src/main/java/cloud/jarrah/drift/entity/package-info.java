@NullMarked
package cloud.jarrah.drift.entity;

import org.jspecify.annotations.NullMarked;
