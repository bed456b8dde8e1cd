package cloud.jarrah.agent.commands;

import cloud.jarrah.node.NodeCommand;

/**
 * Works off a command that changes nothing of what an instance should be: beside its lane, since a
 * guest that hangs in it is just what somebody may want to look at.
 */
non-sealed interface SideCommandHandler<C extends NodeCommand> extends CommandHandler<C> {

  void apply(C command) throws CommandFailedException;
}
