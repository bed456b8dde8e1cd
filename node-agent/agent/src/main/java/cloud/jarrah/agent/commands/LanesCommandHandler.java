package cloud.jarrah.agent.commands;

import cloud.jarrah.node.NodeCommand;
import java.util.Set;

/**
 * Works off a command that takes instances away from this host: it has the lanes of all of them to
 * itself, so that nothing older comes after it.
 */
non-sealed interface LanesCommandHandler<C extends NodeCommand> extends CommandHandler<C> {

  Set<String> instanceIds(C command);

  /** Once it has come, no instance's command of an earlier epoch is begun any more. */
  int epoch(C command);

  void apply(C command) throws CommandFailedException;
}
