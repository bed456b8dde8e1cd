/**
 * Pictures of guests' displays. They are small, and in memory only: neither in a file nor in a log.
 */
@NullMarked
package cloud.jarrah.agent.screens;

import org.jspecify.annotations.NullMarked;
