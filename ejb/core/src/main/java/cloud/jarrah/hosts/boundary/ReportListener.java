package cloud.jarrah.hosts.boundary;

import cloud.jarrah.hosts.control.ReportIntake;
import cloud.jarrah.node.NodeWire;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import org.jboss.logging.Logger;

/**
 * Receives the hosts' reports. Outside a broker transaction: a report that cannot be stored is as
 * good as lost, and the next inventory makes up for it.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/jarrahReports"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4"),
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportListener implements MessageListener {
  private static final Logger LOG = Logger.getLogger(ReportListener.class);

  @Inject ReportIntake intake;

  @Override
  public void onMessage(Message message) {
    try {
      String sender = message.getStringProperty(NodeWire.HOST_PROPERTY);
      if (sender == null || !(message instanceof TextMessage text) || text.getText() == null) {
        LOG.warn("a report without sender or text is dropped");
        return;
      }
      intake.receive(sender, text.getText());
    } catch (JMSException | RuntimeException e) {
      // The next inventory says the same again; a broken session would hold up all other hosts.
      LOG.warn("a report could not be taken in and is dropped", e);
    }
  }
}
