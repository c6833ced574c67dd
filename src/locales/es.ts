import type { Messages } from './messages.ts';

/** The Spanish catalog. Speaks to the person as “usted”. */
export const es: Messages = {
  'institution.unnamed': 'su institución financiera',
  'link.new-tab': '(se abre en una pestaña nueva)',
  'loading.label': 'Un momento…',

  'title.CREATED': 'Conectando',
  'title.PREVENTED': 'El inicio de sesión ha fallado tres veces',
  'title.DENIED': 'Los datos no coinciden',
  'title.CHALLENGED': 'Una pregunta de {institution}',
  'title.REJECTED': 'La respuesta no es correcta',
  'title.LOCKED': 'Su cuenta está bloqueada',
  'title.CONNECTED': 'Conexión establecida',
  'title.IMPEDED': 'Se requiere su atención en {institution}',
  'title.RECONNECTED': 'Reconectando',
  'title.DEGRADED': 'Estamos mejorando la conexión',
  'title.DISCONNECTED': 'Sin datos nuevos por ahora',
  'title.DISCONTINUED': 'Conexión no disponible',
  'title.CLOSED': 'Conexión cerrada',
  'title.DELAYED': 'Esto llevará un tiempo',
  'title.FAILED': 'No se ha podido conectar',
  'title.UPDATED': 'Conectando',
  'title.DISABLED': 'La importación está desactivada',
  'title.IMPORTED': 'Vuelva a iniciar sesión',
  'title.RESUMED': 'Comprobando su respuesta',
  'title.EXPIRED': 'Se ha agotado el tiempo',
  'title.IMPAIRED': 'Vuelva a iniciar sesión',
  'title.PENDING': 'Termine el proceso en {institution}',
  'title.UNKNOWN': 'Estado desconocido',
  'title.null': 'Todavía sin conexión',

  'status.CREATED': 'Conectando con {institution}…',
  'status.PREVENTED':
    'Los últimos 3 intentos de conexión han fallado. Vuelva a introducir sus credenciales para seguir importando datos.',
  'status.DENIED':
    'Las credenciales introducidas no coinciden con las que tiene en esta institución. Vuelva a introducir sus credenciales para seguir importando datos.',
  'status.CHALLENGED':
    'Para autenticar su conexión con {institution}, responda a lo que se le pide a continuación.',
  'status.REJECTED':
    'La respuesta o las respuestas proporcionadas no son correctas. Inténtelo de nuevo.',
  'status.LOCKED':
    'Su cuenta está bloqueada. Inicie sesión en el sitio web correspondiente de {institution} y siga los pasos para resolver el problema.',
  'status.CONNECTED': 'Conexión establecida con {institution}…',
  'status.IMPEDED':
    'Se requiere su atención en el sitio web de esta institución. Inicie sesión en el sitio web correspondiente de {institution} y siga los pasos para resolver el problema.',
  'status.RECONNECTED': 'Reconectando con {institution}…',
  'status.DEGRADED': 'Estamos mejorando esta conexión. Inténtelo de nuevo más tarde.',
  'status.DISCONNECTED':
    'Parece que no se pueden importar sus datos de {institution}. Estamos trabajando para resolver el problema.',
  'status.DISCONTINUED':
    'Ya no se admiten conexiones con esta institución. Puede crear una cuenta manual y usar transacciones manuales para llevar un seguimiento de los datos de esta cuenta.',
  'status.CLOSED':
    'Esta conexión se ha cerrado. Puede llevar un seguimiento manual de esta cuenta. Si se vuelve a abrir, podrá conectar la institución de nuevo.',
  'status.DELAYED':
    'La importación de sus datos de {institution} puede tardar un tiempo. Vuelva a consultar más tarde.',
  'status.FAILED':
    'Se ha producido un problema al validar sus credenciales con {institution}. Inténtelo de nuevo más tarde.',
  'status.UPDATED': 'Conectando con {institution}…',
  'status.DISABLED':
    'Se ha desactivado la importación de datos de esta institución. Póngase en contacto con nosotros si cree que se trata de un error.',
  'status.IMPORTED':
    'Debe volver a autenticarse para que se puedan importar sus datos. Introduzca sus credenciales de {institution}.',
  'status.RESUMED': 'Conectando con {institution}…',
  'status.EXPIRED':
    'La respuesta o las respuestas no se proporcionaron a tiempo. Inténtelo de nuevo.',
  'status.IMPAIRED':
    'Debe volver a autenticarse para que se puedan importar sus datos. Introduzca sus credenciales de {institution}.',
  'status.UNKNOWN':
    'No podemos saber en qué estado está su conexión con {institution}. Inténtelo de nuevo más tarde.',

  'error.NO_ELIGIBLE_ACCOUNTS.title': 'Ninguna cuenta que se pueda usar',
  'error.NO_ELIGIBLE_ACCOUNTS.message':
    'Elija otra institución o inténtelo de nuevo con una cuenta corriente o de ahorro: no se encontró ninguna en {institution}.',
  'error.NO_ACCOUNTS.title': 'No se encontraron cuentas',
  'error.NO_ACCOUNTS.message':
    'Elija otra institución o inténtelo de nuevo: no se encontró ninguna cuenta en {institution}.',
  'error.ACCESS_DENIED.title': 'Se necesita más permiso',
  'error.ACCESS_DENIED.message':
    'Permita el acceso a sus cuentas en {institution} y vuelva a intentarlo: sus datos de acceso por sí solos no bastan.',
  'error.INCORRECT_OTP.title': 'El código no es correcto',
  'error.INCORRECT_OTP.message':
    'Inténtelo de nuevo con un código nuevo: el último no fue aceptado por {institution}.',
  'error.INCORRECT_MFA.title': 'La respuesta no es correcta',
  'error.INCORRECT_MFA.message':
    'Inténtelo de nuevo: la respuesta no es la que espera {institution}.',
  'error.MFA_TIMEOUT.title': 'Se ha agotado el tiempo',
  'error.MFA_TIMEOUT.message':
    'Inténtelo de nuevo y responda en unos minutos: no llegó ninguna respuesta a tiempo.',
  'error.REAUTHORIZATION_REQUIRED.title': 'Vuelva a iniciar sesión',
  'error.REAUTHORIZATION_REQUIRED.message':
    'Vuelva a iniciar sesión para mantener sus datos al día: el permiso de {institution} ha caducado.',
  'error.INVALID_CREDENTIALS.title': 'Los datos no coinciden',
  'error.INVALID_CREDENTIALS.message':
    'Revise sus datos de acceso e introdúzcalos de nuevo: no fueron aceptados por {institution}.',
  'error.INSTITUTION_DOWN.title': 'Sin conexión con {institution}',
  'error.INSTITUTION_DOWN.message':
    'Inténtelo de nuevo más tarde: los sistemas de {institution} no funcionan en este momento.',
  'error.INSTITUTION_MAINTENANCE.title': 'Mantenimiento en {institution}',
  'error.INSTITUTION_MAINTENANCE.message':
    'Inténtelo de nuevo en unas horas: hay tareas de mantenimiento en {institution}.',
  'error.INSTITUTION_UNAVAILABLE.title': 'Sin respuesta de {institution}',
  'error.INSTITUTION_UNAVAILABLE.message':
    'Inténtelo de nuevo más tarde: por el momento no se pueden obtener datos de {institution}.',

  'remedy.enter-credentials': 'Introducir los datos de acceso',
  'remedy.answer': 'Responder',
  'remedy.authorize': 'Continuar en {institution}',
  'remedy.try-again': 'Reintentar',
  'remedy.confirm-resolved': 'Ya lo he resuelto',
  'remedy.visit-institution': 'Ir a {institution}',
  'remedy.choose-another': 'Elegir otra institución',
  'remedy.connect-again': 'Conectar de nuevo',
  'remedy.add-manually': 'Añadir cuentas manualmente',
  'remedy.contact-support': 'Contactar con soporte',
  'remedy.finish': 'Listo',
  'remedy.leave': 'Continuar en segundo plano',
  'remedy.cancel': 'Cancelar',
  'remedy.close': 'Cerrar',
  'status.throttled':
    'Sus datos se solicitaron hace poco, por lo que no se ha iniciado nada nuevo. Inténtelo de nuevo dentro de unas horas.',

  'search.heading': 'Busque su banco',
  'search.label': 'Nombre del banco',
  'search.popular': 'Instituciones más usadas',
  'search.count.one': '{count} institución encontrada',
  'search.count.many': '{count} de instituciones encontradas',
  'search.count.other': '{count} instituciones encontradas',
  'search.loading': 'Buscando…',
  'search.more': 'Mostrar más',
  'search.loading-more': 'Cargando más…',
  'search.nothing': 'No se ha encontrado nada para «{query}»',
  'search.nothing-hint': 'Revise la ortografía o pruebe con una parte más corta del nombre.',
  'search.clear': 'Borrar la búsqueda',
  'search.cannot-find': 'No encuentro mi institución',

  'form.missing': 'Rellene este campo.',
  'form.missing-choice': 'Elija una opción.',
  'form.choose': 'Elija una opción',
  'form.summary.one': 'Falta una respuesta',
  'form.summary.many': 'Faltan {count} de respuestas',
  'form.summary.other': 'Faltan {count} respuestas',

  'consent.heading': '¿Compartir sus datos de {institution}?',
  'consent.data': 'Qué se comparte',
  'consent.purpose': 'Para qué',
  'consent.duration': 'Por cuánto tiempo',
  'consent.accept': 'Aceptar y continuar',
  'consent.decline': 'Ahora no',

  'credentials.heading': 'Inicie sesión en {institution}',
  'credentials.heading-update': 'Actualice sus datos de acceso',
  'credentials.intro': 'Use los mismos datos que en el sitio web de {institution}.',
  'credentials.privacy':
    'Sus datos se envían a {institution} a través de MX. Esta aplicación no los guarda.',
  'credentials.submit': 'Conectar',
  'credentials.submit-update': 'Guardar y conectar',
  'credentials.submitting': 'Conectando…',
  'credentials.back': 'Atrás',
  'credentials.visit': '¿Problemas para iniciar sesión? Ir a {institution}',
  'credentials.show': 'Mostrar',
  'credentials.hide': 'Ocultar',
  'credentials.show-label': 'Mostrar {label}',
  'credentials.hide-label': 'Ocultar {label}',
  'credentials.caps-lock': 'El bloqueo de mayúsculas está activado.',
  'credentials.stray-space': 'Hay un espacio al principio o al final.',

  'challenge.heading': 'Confirme su identidad',
  'challenge.repeated':
    'Se le vuelve a preguntar lo mismo. Puede que lo que respondió no fuera correcto; compruébelo, por favor.',
  'challenge.replaced':
    'La pregunta cambió antes de que se enviara su respuesta. Responda a la nueva, por favor.',
  'challenge.time': 'Dispone de solo unos minutos para responder.',
  'challenge.submit': 'Continuar',
  'challenge.submitting': 'Enviando…',
  'challenge.cancel': 'Cancelar',
  'challenge.picture': 'Imagen de {institution}',
  'challenge.no-picture': 'No se puede mostrar la imagen.',
  'challenge.option': 'Imagen {number}',

  'oauth.heading': 'Inicie sesión en {institution}',
  'oauth.heading-away': 'Esperando a {institution}',
  'oauth.step-go':
    'La página de {institution} se abre aparte. Inicie sesión y elija qué desea compartir.',
  'oauth.step-return': 'Vuelva a esta página. Continuará automáticamente.',
  'oauth.step-back': 'Después volverá aquí y todo continuará automáticamente.',
  'oauth.privacy':
    'Sus datos de acceso se quedan en {institution}. Esta aplicación no los ve nunca.',
  'oauth.leaving':
    'Va a salir de esta aplicación. La página siguiente es de {institution} y su dirección es {address}.',
  'oauth.open': 'Continuar en {institution}',
  'oauth.preparing': 'Preparando…',
  'oauth.away': 'Termine en {institution}. Esta página continuará automáticamente.',
  'oauth.confirming':
    'Gracias. Esta página continuará en cuanto llegue la confirmación de {institution}.',
  'oauth.again': 'Abrir {institution} de nuevo',
  'oauth.cancel': 'Cancelar',
  'oauth.CANCELLED': 'Inténtelo de nuevo: salió de {institution} antes de terminar.',
  'oauth.DENIED':
    'Inténtelo de nuevo: sus datos no fueron aceptados por {institution} o no se permitió el acceso.',
  'oauth.IMPEDED':
    'Inicie sesión en el sitio web de {institution}, haga lo que se le pide y, después, inténtelo de nuevo.',
  'oauth.PROVIDER_ERROR':
    'Inténtelo de nuevo dentro de un momento: hubo un problema en {institution}.',
  'oauth.SERVER_ERROR':
    'Inténtelo de nuevo dentro de un momento: hubo un problema en el servicio de conexión.',
  'oauth.SESSION_ERROR': 'Inténtelo de nuevo: la sesión con {institution} terminó antes de tiempo.',
  'oauth.BLOCKED': 'Inténtelo de nuevo: su navegador impidió que se abriera la ventana.',
  'oauth.CLOSED':
    'Parece que la ventana se ha cerrado. Si terminó allí, espere un momento. Si sigue abierta, continúe en ella. Si no, ábrala de nuevo.',
  'oauth.EXPIRED': 'Empiece de nuevo: el inicio de sesión no se completó en una hora.',
  'oauth.UNSAVED':
    'Inténtelo de nuevo: esta aplicación no pudo guardar su trabajo y por eso usted sigue aquí.',
  'oauth.UNKNOWN': 'Inténtelo de nuevo: no se recibió de {institution} la causa del problema.',
  'oauth-return.heading': 'Ya puede cerrar esta pestaña',
  'oauth-return.message': 'La página de la que vino continúa automáticamente.',
  'oauth-return.continue': 'Continuar aquí',

  'connecting.stages': 'Progreso',
  'connecting.signing-in': 'Inicio de sesión',
  'connecting.fetching-accounts': 'Obtención de sus cuentas',
  'connecting.fetching-transactions': 'Obtención de sus transacciones',
  'connecting.done': 'Hecho',
  'connecting.current': 'En curso',
  'connecting.to-come': 'Pendiente',
  'connecting.usual': 'Esto continúa automáticamente.',
  'connecting.slow': 'Está tardando más de lo habitual. Espere, por favor.',
  'connecting.stalled':
    'Todavía no hay ningún resultado. Compruébelo de nuevo o vuelva más tarde: el proceso sigue sin usted.',
  'connecting.unreachable':
    'Nuestro servidor no responde. Revise su conexión a internet y compruébelo de nuevo.',
  'connecting.check-again': 'Comprobar de nuevo',
  'connecting.leave': 'Continuar en segundo plano',
  'connecting.cancel': 'Cancelar',

  'connected.heading': 'La conexión está lista',
  'connected.heading-verification': 'Su cuenta está verificada',
  'connected.heading-identification': 'La titularidad está confirmada',
  'connected.found.one': '{count} cuenta encontrada',
  'connected.found.many': '{count} de cuentas encontradas',
  'connected.found.other': '{count} cuentas encontradas',
  'connected.none':
    'No se ha encontrado ninguna cuenta. Una cuenta nueva puede tardar un día en aparecer.',
  'connected.loading': 'Obteniendo sus cuentas…',
  'connected.failed': 'La conexión funciona, pero no se pudo cargar la lista de cuentas.',
  'connected.arriving': 'Todavía están llegando transacciones. No hace falta que espere.',
  'connected.done': 'Listo',
  'connected.another': 'Conectar otra institución',
  'connected.number': 'terminada en {digits}',
  'connected.closed': 'Cerrada',
  'account.CHECKING': 'Cuenta corriente',
  'account.SAVINGS': 'Cuenta de ahorro',
  'account.CREDIT_CARD': 'Tarjeta de crédito',
  'account.LOAN': 'Préstamo',
  'account.MORTGAGE': 'Hipoteca',
  'account.INVESTMENT': 'Inversión',
  'account.LINE_OF_CREDIT': 'Línea de crédito',
  'account.CHECKING_LINE_OF_CREDIT': 'Cuenta corriente con línea de crédito',
  'account.PROPERTY': 'Bienes',
  'account.CASH': 'Efectivo',
  'account.INSURANCE': 'Seguro',
  'account.PREPAID': 'Prepago',
  'account.other': 'Cuenta',

  'offer.verification.heading': 'Verificar una cuenta de {institution}',
  'offer.verification.message':
    'Se consultarán los números de sus cuentas en {institution}. Es posible que se le pida un código.',
  'offer.identification.heading': 'Confirmar quién es titular de sus cuentas de {institution}',
  'offer.identification.message':
    'Se consultarán los nombres y direcciones de los titulares en {institution}. Es posible que se le pida un código.',
  'offer.start': 'Continuar',
  'offer.starting': 'Iniciando…',
  'offer.cancel': 'Cancelar',
  'choice.heading': '¿Qué cuenta?',
  'choice.message': 'Elija la cuenta de {institution} que quiere usar.',
  'choice.label': 'Sus cuentas',
  'choice.submit': 'Usar esta cuenta',
  'choice.cancel': 'Cancelar',
  'unavailable.institution.heading': 'No es posible con {institution}',
  'unavailable.institution.message':
    'Elija otra institución: esta no ofrece lo que hace falta aquí.',
  'unavailable.credentials.heading': 'No se puede conectar con {institution}',
  'unavailable.credentials.message':
    'No podemos conectar con {institution} de esta manera. Elija otra institución.',
  'unavailable.app.heading': 'No es posible en esta aplicación',
  'unavailable.app.message':
    'Póngase en contacto con el soporte de esta aplicación: la función no está activada.',
  'unavailable.accounts.heading': 'Ninguna cuenta que se pueda usar',
  'unavailable.accounts.message':
    'Elija otra institución: no se encontró ninguna cuenta corriente o de ahorro abierta en {institution}.',

  'limit.heading': 'No hay espacio para otra conexión',
  'limit.message.one': 'Solo puede haber {count} conexión.',
  'limit.message.many':
    'Elimine primero una conexión que ya no necesite. Solo puede haber {count}.',
  'limit.message.other':
    'Elimine primero una conexión que ya no necesite. Solo puede haber {count}.',
  'limit.manage': 'Gestionar las conexiones',
  'limit.close': 'Cerrar',

  'manual.heading': 'Añadir una cuenta manualmente',
  'manual.intro': 'No está conectada con {institution}, así que no se actualiza por sí sola.',
  'manual.name': 'Nombre de la cuenta',
  'manual.type': 'Tipo de cuenta',
  'manual.balance': 'Saldo (opcional)',
  'manual.no-amount': 'Introduzca un importe como {example} o deje este campo vacío.',
  'manual.check': 'Revise lo que ha introducido',
  'manual.submit': 'Añadir cuenta',
  'manual.submitting': 'Añadiendo…',
  'manual.cancel': 'Atrás',
  'manual.added': 'Cuenta añadida',
  'manual.added-message':
    '«{name}» se mantiene manualmente a partir de ahora. No se actualiza por sí sola.',
  'manual.another': 'Añadir otra cuenta',
  'manual.done': 'Listo',

  'members.heading': 'Sus conexiones',
  'members.loading': 'Obteniendo sus conexiones…',
  'members.empty': 'Aún no hay conexiones',
  'members.empty-hint': 'Conecte el banco que más usa para ver aquí sus cuentas.',
  'members.add': 'Conectar una institución',
  'members.updated': 'Actualización: {when}',
  'members.never': 'Aún sin datos',
  'members.manual': 'Mantenida manualmente',
  'members.arriving': 'Están llegando datos nuevos',
  'members.refresh': 'Actualizar',
  'members.refreshing': 'Actualizando…',
  'members.up-to-date': 'Todo al día. Podrá obtener datos más recientes dentro de unas horas.',
  'members.rename': 'Cambiar el nombre',
  'members.rename-label': 'Nombre de esta conexión',
  'members.rename-hint': 'Déjelo vacío para volver al nombre de la institución.',
  'members.save': 'Guardar',
  'members.saving': 'Guardando…',
  'members.cancel': 'Cancelar',
  'members.remove': 'Eliminar',
  'members.remove-heading': '¿Eliminar la conexión con {institution}?',
  'members.remove-message':
    'Sus cuentas, saldos y movimientos desaparecerán de esta aplicación. Si vuelve a conectar, solo se recuperará lo que {institution} siga facilitando. Allí no cambia nada.',
  'members.remove-confirm': 'Eliminar la conexión',
  'members.removing': 'Eliminando…',
  'members.keep': 'Conservarla',
  'members.removed': 'Se ha eliminado la conexión con {institution}.',
  'members.changed': 'Novedad de {institution}: {status}',

  'failure.offline.title': 'Parece que no tiene conexión',
  'failure.offline.message': 'Revise su conexión a internet e inténtelo de nuevo.',
  'failure.timeout.title': 'No hubo respuesta a tiempo',
  'failure.timeout.message': 'Inténtelo de nuevo.',
  'failure.unauthorized.title': 'Vuelva a iniciar sesión en esta aplicación',
  'failure.unauthorized.message': 'Su sesión en esta aplicación ha terminado.',
  'failure.forbidden.title': 'No está permitido',
  'failure.forbidden.message': 'Póngase en contacto con el soporte de esta aplicación.',
  'failure.not-found.title': 'Ya no existe',
  'failure.not-found.message': 'Vuelva atrás y empiece de nuevo.',
  'failure.oauth-return.title': 'Esta conexión no está en su cuenta',
  'failure.oauth-return.message':
    'La conexión que autorizó no está en su cuenta de esta aplicación. Puede que pertenezca a otra persona o que haya caducado. Para dejar de compartir sus datos, inicie sesión en el sitio web de su banco y retire el acceso a esta aplicación.',
  'failure.member-limit.title': 'No hay espacio para otra conexión',
  'failure.member-limit.message': 'Elimine primero una conexión que ya no necesite.',
  'failure.conflict.title': 'Ya existe esta conexión',
  'failure.conflict.message': 'Ya tiene una conexión con estos datos de acceso.',
  'failure.conflict.open': 'Ver la conexión {number}: {status}',
  'failure.throttled.title': 'Demasiadas solicitudes',
  'failure.throttled.message': 'Inténtelo de nuevo {when}.',
  'failure.throttled.soon': 'dentro de un momento',
  'failure.too-many-attempts.title': 'Demasiados intentos',
  'failure.too-many-attempts.message':
    'Para proteger su cuenta, hemos pausado los intentos. Inténtelo de nuevo {when}. Lo que ha introducido se conserva aquí.',
  'failure.invalid.title': 'No se han aceptado los datos',
  'failure.invalid.message': 'Revise lo que ha introducido e inténtelo de nuevo.',
  'failure.server.title': 'Algo ha fallado por nuestra parte',
  'failure.server.message': 'Inténtelo de nuevo dentro de un momento.',
  'failure.unreadable.title': 'Algo ha fallado por nuestra parte',
  'failure.unreadable.message': 'Inténtelo de nuevo dentro de un momento.',
  'failure.unsafe.title': 'No se puede abrir esa página',
  'failure.unsafe.message':
    'La dirección recibida no es segura. Póngase en contacto con el soporte de esta aplicación.',
  'failure.retry': 'Reintentar',
  'failure.back': 'Atrás',
  'failure.close': 'Cerrar',
};
