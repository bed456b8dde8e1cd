/**
 * Writing small files so that a crash leaves either the old or the new content, readable by the
 * agent alone.
 */
@NullMarked
package cloud.jarrah.agent.files;

import org.jspecify.annotations.NullMarked;
