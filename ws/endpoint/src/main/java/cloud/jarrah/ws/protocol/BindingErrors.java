package cloud.jarrah.ws.protocol;

import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventHandler;

/** Passes over elements nobody knows, and refuses values that are not of their type. */
final class BindingErrors implements ValidationEventHandler {

  @Override
  public boolean handleEvent(ValidationEvent event) {
    // Conversion errors carry their cause, for example a NumberFormatException.
    return event.getLinkedException() == null && event.getSeverity() != ValidationEvent.FATAL_ERROR;
  }
}
