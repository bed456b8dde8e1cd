@NullMarked
package cloud.jarrah.platform.nodes;

import org.jspecify.annotations.NullMarked;
