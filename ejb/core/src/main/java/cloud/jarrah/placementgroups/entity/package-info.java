@NullMarked
package cloud.jarrah.placementgroups.entity;

import org.jspecify.annotations.NullMarked;
