package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.slumber.Bedtime;
import cloud.jarrah.node.NodeCommand;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
   * @param working whether a command of an instance is being worked on
   */
  public record Night(Bedtime bedtime, BooleanSupplier working) {}

  /**
   * The handlers of one host.
   *
   * @param epoch notes a new epoch of the host
   * @param night when the host goes to sleep, and when not
   */
  public static CommandHandlers create(
      Journal journal,
      InstanceDisks disks,
      Network network,
      Hypervisor hypervisor,
      Reports reports,
      IntConsumer epoch,
      Night night) {
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
            new SleepHandler(night.bedtime(), journal, hypervisor, night.working()),
            new StayAwakeHandler(night.bedtime(), reports),
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
