/**
 * What the cloud and its hosts say to each other: records only, and the codec that puts them on the
 * wire. A command says what should be ("ensure"), for one resource, with a generation: a host that
 * has seen a newer generation ignores an older one, so a command may be lost, doubled or late. A
 * report says what is; its (incarnation, sequence) orders the reports of a host.
 */
@NullMarked
package cloud.jarrah.node;

import org.jspecify.annotations.NullMarked;
