package cloud.jarrah.agent.messaging;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.MessageHeader;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand.ReportHeard;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.UnknownVersionException;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Reads what the cloud sends: keeps what concerns the link itself, and hands on the rest. */
public final class CommandInbox {
  private static final System.Logger LOG = System.getLogger(CommandInbox.class.getName());

  private final String host;
  private final KnownBrokers brokers;
  private final Reports reports;
  private final Consumer<CommandEnvelope> commands;
  private String lastProblem = "";

  public CommandInbox(
      String host, KnownBrokers brokers, Reports reports, Consumer<CommandEnvelope> commands) {
    this.host = host;
    this.brokers = brokers;
    this.reports = reports;
    this.commands = commands;
  }

  /** Takes a message in; true if it proves that the cloud hears this host. */
  boolean receive(String text) {
    try {
      CommandEnvelope command = NodeWire.decodeCommand(text);
      if (command.command() instanceof ReportHeard heard) {
        return heard(command, heard);
      }
      commands.accept(command);
    } catch (UnknownVersionException e) {
      refuse(e.header());
    } catch (MalformedMessageException e) {
      // Redelivery would only bring the same message again.
      LOG.log(Level.WARNING, "dropped a command that cannot be read", e);
    }
    return false;
  }

  private boolean heard(CommandEnvelope command, ReportHeard heard) {
    if (!command.hostId().equals(host)) {
      return false;
    }
    brokers.learn(heard.brokers());
    String problem = heard.problem() == null ? "" : heard.problem();
    if (!problem.isEmpty() && !problem.equals(lastProblem)) {
      LOG.log(Level.ERROR, "{0}: the cloud refuses reports of this agent: {1}", host, problem);
    }
    lastProblem = problem;
    return true;
  }

  private void refuse(MessageHeader header) {
    String why = MessageVersions.refusal("This host's agent", header.version());
    LOG.log(Level.ERROR, "{0}: refused the command {1}: {2}", host, header.commandId(), why);
    if (host.equals(header.hostId()) && header.commandId() != null && header.resource() != null) {
      reports.result(
          new CommandResult(
              header.commandId(),
              header.resource(),
              header.generation(),
              Outcome.FAILED,
              false,
              why,
              null));
    }
  }
}
