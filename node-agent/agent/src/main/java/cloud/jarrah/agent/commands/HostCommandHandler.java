package cloud.jarrah.agent.commands;

import cloud.jarrah.node.NodeCommand;

/** Works off a command that is about the host as such. */
non-sealed interface HostCommandHandler<C extends NodeCommand> extends CommandHandler<C> {

  /** Does it at once. */
  void apply(C command);
}
