/**
 * What the agent knows across its own death: per instance the newest generation it began to apply,
 * what was wished and how the instance was last seen. Instances that are gone stay as tombstones so
 * that a late command cannot bring them back.
 */
@NullMarked
package cloud.jarrah.agent.journal;

import org.jspecify.annotations.NullMarked;
