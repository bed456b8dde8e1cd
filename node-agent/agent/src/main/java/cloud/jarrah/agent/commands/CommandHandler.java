package cloud.jarrah.agent.commands;

import cloud.jarrah.node.NodeCommand;

/** Works off one kind of command. */
sealed interface CommandHandler<C extends NodeCommand>
    permits HostCommandHandler, InstanceCommandHandler, SideCommandHandler {

  Class<C> type();
}
