@NullMarked
package cloud.jarrah.placementgroups.boundary;

import org.jspecify.annotations.NullMarked;
