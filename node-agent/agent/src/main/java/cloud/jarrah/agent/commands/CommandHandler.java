package cloud.jarrah.agent.commands;

import cloud.jarrah.node.NodeCommand;

/** Works off one kind of command. */
sealed interface CommandHandler<C extends NodeCommand>
    permits HostCommandHandler, InstanceCommandHandler, LanesCommandHandler, SideCommandHandler {

  Class<C> type();
}
