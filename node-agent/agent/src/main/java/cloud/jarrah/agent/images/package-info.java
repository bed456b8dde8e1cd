/**
 * Disks: images are fetched once, checked, kept read-only in a cache of limited size; an instance
 * writes to an overlay of its own.
 */
@NullMarked
package cloud.jarrah.agent.images;

import org.jspecify.annotations.NullMarked;
