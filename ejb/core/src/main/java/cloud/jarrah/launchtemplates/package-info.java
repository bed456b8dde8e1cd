/**
 * Launch templates: named, numbered sets of the parameters of RunInstances. A name is unique in its
 * account; a version never changes and its number is never used again; one version is the default
 * and cannot be deleted. What a template says is checked for its form when it is written and for
 * its sense when something is launched by it, as if the launch request itself had said it.
 */
@NullMarked
package cloud.jarrah.launchtemplates;

import org.jspecify.annotations.NullMarked;
