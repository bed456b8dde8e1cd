package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.node.NodeCommand;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** The handler of each kind of command; a test holds it equal to the kinds there are. */
public final class CommandHandlers {
  private final Map<Class<?>, CommandHandler<?>> byType;

  private CommandHandlers(List<CommandHandler<?>> handlers) {
    this.byType =
        handlers.stream().collect(Collectors.toMap(CommandHandler::type, Function.identity()));
  }

  /**
   * The handlers of one host.
   *
   * @param epoch notes a new epoch of the host
   */
  public static CommandHandlers create(
      Journal journal,
      InstanceDisks disks,
      Network network,
      Hypervisor hypervisor,
      Reports reports,
      IntConsumer epoch) {
    return new CommandHandlers(
        List.of(
            new EnsureRunningHandler(journal, disks, network, hypervisor),
            new EnsureStoppedHandler(hypervisor),
            new EnsureAbsentHandler(disks, network, hypervisor),
            new PrepareArrivalHandler(journal, disks, network, hypervisor.migrations()),
            new AcceptArrivalHandler(journal, hypervisor),
            new CancelArrivalHandler(journal, disks, network, hypervisor.migrations()),
            new DepartHandler(journal, disks, network, hypervisor.migrations()),
            new CancelDepartureHandler(journal, network, hypervisor.migrations()),
            new ReadmitHandler(journal, network, hypervisor, reports, epoch),
            new SendInventoryHandler(reports),
            new SendInterruptHandler(journal, hypervisor),
            new TakeScreenshotHandler(hypervisor, reports)));
  }

  CommandHandler<?> of(NodeCommand command) {
    CommandHandler<?> handler = byType.get(command.getClass());
    if (handler == null) {
      throw new IllegalStateException("no handler for " + command.getClass().getSimpleName());
    }
    return handler;
  }

  boolean has(Class<?> type) {
    return byType.containsKey(type);
  }
}
