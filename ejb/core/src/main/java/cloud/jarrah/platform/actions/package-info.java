/**
 * How every request is run, whichever protocol brought it: one catalogue of actions, one
 * dispatcher, one order (authorise, prepare, authorise the resources, quota, dry run, apply and
 * record). Protocol adapters authenticate and bind, call {@link
 * cloud.jarrah.platform.actions.Dispatcher} and render; they decide nothing.
 */
@NullMarked
package cloud.jarrah.platform.actions;

import org.jspecify.annotations.NullMarked;
