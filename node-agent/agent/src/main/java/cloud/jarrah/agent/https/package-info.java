/** HTTPS to the cloud, trusting its own authority and nobody else. */
@NullMarked
package cloud.jarrah.agent.https;

import org.jspecify.annotations.NullMarked;
