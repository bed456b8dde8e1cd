package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** The port type of the published WSDL, with the actions that there are. */
@WebService(name = "AmazonEC2PortType", targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface AmazonEC2PortType
    extends ZonesPort,
        KeyPairsPort,
        ImagesPort,
        InstancesPort,
        TagsPort,
        PlacementGroupsPort,
        LaunchTemplatesPort,
        InstanceAttributesPort,
        InstanceTypesPort,
        AccountPort {}
