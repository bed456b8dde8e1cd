/**
 * What instances ask at 169.254.169.254. An instance is known by its source address only, so it can
 * read nothing but its own; every name that a listing shows answers 200, because stock cloud images
 * give up otherwise.
 */
@NullMarked
package cloud.jarrah.agent.metadata;

import org.jspecify.annotations.NullMarked;
