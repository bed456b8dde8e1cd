@NullMarked
package cloud.jarrah.placementgroups.control;

import org.jspecify.annotations.NullMarked;
