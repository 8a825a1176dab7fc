import type { AttributeValue } from '../../model/attribute-value';
import type { ManagementAlert } from '../../model/dm2-alert';
import { ALERT_MARKS } from '../../tables/syncml/alert-codes';
import { present } from '../syncml/element-reader';
import { UnencodableError } from '../unencodable';
import type { ObjectReader } from './json-reader';

/** An alert as a member of a package. @see dm2.md 3.5 */
export function readAlert(reader: ObjectReader): ManagementAlert {
  const alertType = reader.needText('AlertType');
  const data = reader.object('Data');
  return {
    alertType,
    ...present<Omit<ManagementAlert, 'alertType'>>({
      sourceURI: reader.text('SourceURI'),
      targetURI: reader.text('TargetURI'),
      mark: reader.oneOf('Mark', ALERT_MARKS),
      dataType: reader.text('DataType'),
      data: data === undefined ? undefined : Object.fromEntries(data.entries()),
    }),
  };
}

export function writeAlert(alert: ManagementAlert): AttributeValue {
  const { alertType, sourceURI, targetURI, mark, dataType, data } = alert;
  if (alertType === '') throw new UnencodableError('an alert has a type that is not empty');
  return {
    AlertType: alertType,
    ...(sourceURI !== undefined && { SourceURI: sourceURI }),
    ...(targetURI !== undefined && { TargetURI: targetURI }),
    ...(mark !== undefined && { Mark: mark }),
    ...(dataType !== undefined && { DataType: dataType }),
    ...(data !== undefined && { Data: data }),
  };
}
