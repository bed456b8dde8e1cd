/**
 * Domains by libvirt: one persistent domain per instance, named by its id. The agent never deletes
 * a domain that it was not told to delete, and a libvirtd that does not answer is an error and
 * never an empty list.
 */
@NullMarked
package cloud.jarrah.agent.hypervisor.libvirt;

import org.jspecify.annotations.NullMarked;
