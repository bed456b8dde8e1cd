@NullMarked
package cloud.jarrah.agent.slumber;

import org.jspecify.annotations.NullMarked;
