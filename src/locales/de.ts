import type { Messages } from './messages.ts';

/** The German catalog. Says “Sie”, and puts every `{institution}` in the dative. */
export const de: Messages = {
  'institution.unnamed': 'Ihrem Institut',
  'link.new-tab': '(öffnet sich in einem neuen Tab)',
  'loading.label': 'Einen Moment …',

  'title.CREATED': 'Verbindung wird hergestellt',
  'title.PREVENTED': 'Die Anmeldung ist dreimal fehlgeschlagen',
  'title.DENIED': 'Die Angaben stimmen nicht überein',
  'title.CHALLENGED': 'Eine Frage von {institution}',
  'title.REJECTED': 'Die Antwort war nicht richtig',
  'title.LOCKED': 'Ihr Konto ist gesperrt',
  'title.CONNECTED': 'Verbunden',
  'title.IMPEDED': 'Bei {institution} ist etwas zu erledigen',
  'title.RECONNECTED': 'Verbindung wird erneuert',
  'title.DEGRADED': 'Verbindung wird verbessert',
  'title.DISCONNECTED': 'Vorerst keine neuen Daten',
  'title.DISCONTINUED': 'Nicht mehr unterstützt',
  'title.CLOSED': 'Verbindung geschlossen',
  'title.DELAYED': 'Das dauert etwas länger',
  'title.FAILED': 'Das hat nicht funktioniert',
  'title.UPDATED': 'Verbindung wird hergestellt',
  'title.DISABLED': 'Der Datenabruf ist ausgeschaltet',
  'title.IMPORTED': 'Bitte melden Sie sich erneut an',
  'title.RESUMED': 'Ihre Antwort wird geprüft',
  'title.EXPIRED': 'Die Zeit ist abgelaufen',
  'title.IMPAIRED': 'Bitte melden Sie sich erneut an',
  'title.PENDING': 'Schließen Sie die Anmeldung bei {institution} ab',
  'title.UNKNOWN': 'Status unbekannt',
  'title.null': 'Noch nicht verbunden',

  'status.CREATED': 'Verbindung mit {institution} wird hergestellt …',
  'status.PREVENTED':
    'Die letzten 3 Verbindungsversuche sind fehlgeschlagen. Bitte geben Sie Ihre Zugangsdaten erneut ein, damit weiterhin Daten abgerufen werden können.',
  'status.DENIED':
    'Die eingegebenen Zugangsdaten stimmen nicht mit Ihren Zugangsdaten bei diesem Institut überein. Bitte geben Sie Ihre Zugangsdaten erneut ein, damit weiterhin Daten abgerufen werden können.',
  'status.CHALLENGED':
    'Bitte beantworten Sie Folgendes, um Ihre Verbindung mit {institution} zu bestätigen.',
  'status.REJECTED': 'Ihre Antwort oder Antworten waren falsch. Bitte versuchen Sie es erneut.',
  'status.LOCKED':
    'Ihr Konto ist gesperrt. Bitte melden Sie sich auf der entsprechenden Website von {institution} an und folgen Sie den Schritten zur Lösung des Problems.',
  'status.CONNECTED': 'Verbunden mit {institution} …',
  'status.IMPEDED':
    'Auf der Website dieses Instituts ist Ihre Aufmerksamkeit erforderlich. Bitte melden Sie sich auf der entsprechenden Website von {institution} an und folgen Sie den Schritten zur Lösung des Problems.',
  'status.RECONNECTED': 'Verbindung mit {institution} wird erneuert …',
  'status.DEGRADED':
    'Wir verbessern diese Verbindung gerade. Bitte versuchen Sie es später noch einmal.',
  'status.DISCONNECTED':
    'Ihre Daten von {institution} können anscheinend nicht abgerufen werden. Wir arbeiten an der Lösung des Problems.',
  'status.DISCONTINUED':
    'Verbindungen mit diesem Institut werden nicht mehr unterstützt. Sie können ein manuelles Konto anlegen und die Daten dieses Kontos mit manuellen Buchungen verfolgen.',
  'status.CLOSED':
    'Diese Verbindung wurde geschlossen. Sie können dieses Konto manuell weiterführen. Wird es wieder eröffnet, können Sie das Institut erneut verbinden.',
  'status.DELAYED':
    'Der Abruf Ihrer Daten von {institution} kann eine Weile dauern. Bitte schauen Sie später wieder vorbei.',
  'status.FAILED':
    'Bei der Prüfung Ihrer Zugangsdaten mit {institution} ist ein Problem aufgetreten. Bitte versuchen Sie es später noch einmal.',
  'status.UPDATED': 'Verbindung mit {institution} wird hergestellt …',
  'status.DISABLED':
    'Der Abruf von Daten dieses Instituts wurde ausgeschaltet. Bitte wenden Sie sich an uns, wenn Sie dies für einen Irrtum halten.',
  'status.IMPORTED':
    'Sie müssen sich erneut anmelden, bevor Ihre Daten abgerufen werden können. Bitte geben Sie Ihre Zugangsdaten bei {institution} ein.',
  'status.RESUMED': 'Verbindung mit {institution} wird hergestellt …',
  'status.EXPIRED':
    'Die Antwort oder Antworten wurden nicht rechtzeitig gegeben. Bitte versuchen Sie es erneut.',
  'status.IMPAIRED':
    'Sie müssen sich erneut anmelden, bevor Ihre Daten abgerufen werden können. Bitte geben Sie Ihre Zugangsdaten bei {institution} ein.',
  'status.UNKNOWN':
    'Wir können nicht erkennen, wie es um Ihre Verbindung mit {institution} steht. Bitte versuchen Sie es später noch einmal.',

  'error.NO_ELIGIBLE_ACCOUNTS.title': 'Kein passendes Konto',
  'error.NO_ELIGIBLE_ACCOUNTS.message':
    'Bitte wählen Sie ein anderes Institut, oder versuchen Sie es erneut mit einem Giro- oder Sparkonto: Bei {institution} wurde keines gefunden.',
  'error.NO_ACCOUNTS.title': 'Keine Konten gefunden',
  'error.NO_ACCOUNTS.message':
    'Bitte wählen Sie ein anderes Institut, oder versuchen Sie es erneut: Bei {institution} wurden keine Konten gefunden.',
  'error.ACCESS_DENIED.title': 'Eine weitere Berechtigung ist nötig',
  'error.ACCESS_DENIED.message':
    'Bitte erlauben Sie bei {institution} den Zugriff auf Ihre Konten, und versuchen Sie es dann erneut: Ihre Zugangsdaten allein genügen nicht.',
  'error.INCORRECT_OTP.title': 'Der Code war nicht richtig',
  'error.INCORRECT_OTP.message':
    'Bitte versuchen Sie es mit einem neuen Code: Der letzte wurde von {institution} nicht angenommen.',
  'error.INCORRECT_MFA.title': 'Die Antwort war nicht richtig',
  'error.INCORRECT_MFA.message':
    'Bitte versuchen Sie es erneut: Es ist nicht die Antwort, die von {institution} erwartet wird.',
  'error.MFA_TIMEOUT.title': 'Die Zeit ist abgelaufen',
  'error.MFA_TIMEOUT.message':
    'Bitte versuchen Sie es erneut, und antworten Sie innerhalb weniger Minuten: Es kam keine Antwort zur rechten Zeit.',
  'error.REAUTHORIZATION_REQUIRED.title': 'Bitte melden Sie sich erneut an',
  'error.REAUTHORIZATION_REQUIRED.message':
    'Bitte melden Sie sich erneut an, damit Ihre Daten aktuell bleiben: Die Erlaubnis von {institution} ist abgelaufen.',
  'error.INVALID_CREDENTIALS.title': 'Die Angaben stimmen nicht überein',
  'error.INVALID_CREDENTIALS.message':
    'Bitte prüfen Sie Ihre Zugangsdaten, und geben Sie sie noch einmal ein: Sie wurden von {institution} nicht angenommen.',
  'error.INSTITUTION_DOWN.title': 'Keine Verbindung mit {institution}',
  'error.INSTITUTION_DOWN.message':
    'Bitte versuchen Sie es später noch einmal: Die Systeme bei {institution} sind ausgefallen.',
  'error.INSTITUTION_MAINTENANCE.title': 'Wartung bei {institution}',
  'error.INSTITUTION_MAINTENANCE.message':
    'Bitte versuchen Sie es in einigen Stunden noch einmal: Bei {institution} finden gerade Wartungsarbeiten statt.',
  'error.INSTITUTION_UNAVAILABLE.title': 'Keine Antwort von {institution}',
  'error.INSTITUTION_UNAVAILABLE.message':
    'Bitte versuchen Sie es später noch einmal: Von {institution} sind zurzeit keine Daten zu bekommen.',

  'remedy.enter-credentials': 'Zugangsdaten eingeben',
  'remedy.answer': 'Antworten',
  'remedy.authorize': 'Weiter zu {institution}',
  'remedy.try-again': 'Erneut versuchen',
  'remedy.confirm-resolved': 'Ich habe es erledigt',
  'remedy.visit-institution': 'Zu {institution}',
  'remedy.choose-another': 'Anderes Institut wählen',
  'remedy.connect-again': 'Erneut verbinden',
  'remedy.add-manually': 'Konten von Hand hinzufügen',
  'remedy.contact-support': 'Support kontaktieren',
  'remedy.finish': 'Fertig',
  'remedy.leave': 'Im Hintergrund fortsetzen',
  'remedy.cancel': 'Abbrechen',
  'remedy.close': 'Schließen',
  'status.throttled':
    'Ihre Daten wurden erst vor Kurzem abgerufen, deshalb wurde kein neuer Abruf gestartet. Bitte versuchen Sie es in einigen Stunden erneut.',

  'search.heading': 'Finden Sie Ihre Bank',
  'search.label': 'Name der Bank',
  'search.popular': 'Häufig gewählte Institute',
  'search.count.one': '{count} Institut gefunden',
  'search.count.other': '{count} Institute gefunden',
  'search.loading': 'Suche läuft …',
  'search.more': 'Mehr anzeigen',
  'search.loading-more': 'Weitere werden geladen …',
  'search.nothing': 'Nichts gefunden für „{query}“',
  'search.nothing-hint':
    'Prüfen Sie die Schreibweise oder versuchen Sie es mit einem kürzeren Teil des Namens.',
  'search.clear': 'Suche leeren',
  'search.cannot-find': 'Ich finde mein Institut nicht',

  'form.missing': 'Bitte füllen Sie dieses Feld aus.',
  'form.missing-choice': 'Bitte wählen Sie eine Möglichkeit.',
  'form.choose': 'Bitte wählen',
  'form.summary.one': 'Eine Angabe fehlt',
  'form.summary.other': '{count} Angaben fehlen',

  'consent.heading': 'Daten von {institution} freigeben?',
  'consent.data': 'Was freigegeben wird',
  'consent.purpose': 'Wofür',
  'consent.duration': 'Wie lange',
  'consent.accept': 'Zustimmen und fortfahren',
  'consent.decline': 'Jetzt nicht',

  'credentials.heading': 'Bei {institution} anmelden',
  'credentials.heading-update': 'Aktualisieren Sie Ihre Zugangsdaten',
  'credentials.intro':
    'Verwenden Sie dieselben Zugangsdaten wie auf der Website von {institution}.',
  'credentials.privacy':
    'Ihre Zugangsdaten gelangen über MX zu {institution}. Diese App speichert sie nicht.',
  'credentials.submit': 'Verbinden',
  'credentials.submit-update': 'Speichern und verbinden',
  'credentials.submitting': 'Wird verbunden …',
  'credentials.back': 'Zurück',
  'credentials.visit': 'Probleme bei der Anmeldung? Zu {institution}',
  'credentials.show': 'Anzeigen',
  'credentials.hide': 'Verbergen',
  'credentials.show-label': '{label} anzeigen',
  'credentials.hide-label': '{label} verbergen',
  'credentials.caps-lock': 'Die Feststelltaste ist eingeschaltet.',
  'credentials.stray-space': 'Am Anfang oder Ende steht ein Leerzeichen.',

  'challenge.heading': 'Bestätigen Sie Ihre Identität',
  'challenge.repeated':
    'Sie werden noch einmal dasselbe gefragt. Was Sie geantwortet haben, war möglicherweise nicht richtig. Bitte prüfen Sie es.',
  'challenge.replaced':
    'Die Frage hat sich geändert, bevor Ihre Antwort gesendet wurde. Bitte beantworten Sie die neue.',
  'challenge.time': 'Für Ihre Antwort haben Sie nur wenige Minuten Zeit.',
  'challenge.submit': 'Weiter',
  'challenge.submitting': 'Wird gesendet …',
  'challenge.cancel': 'Abbrechen',
  'challenge.picture': 'Bild von {institution}',
  'challenge.no-picture': 'Das Bild kann nicht angezeigt werden.',
  'challenge.option': 'Bild {number}',

  'oauth.heading': 'Bei {institution} anmelden',
  'oauth.heading-away': 'Warten auf Rückmeldung von {institution}',
  'oauth.step-go':
    'Es öffnet sich die Seite von {institution}. Melden Sie sich dort an und wählen Sie, was Sie freigeben möchten.',
  'oauth.step-return': 'Kehren Sie auf diese Seite zurück. Hier geht es von selbst weiter.',
  'oauth.step-back': 'Danach kommen Sie hierher zurück, und es geht von selbst weiter.',
  'oauth.privacy':
    'Ihre Zugangsdaten bleiben bei {institution}. Diese App bekommt sie nie zu sehen.',
  'oauth.leaving':
    'Sie verlassen jetzt diese App. Die nächste Seite kommt von {institution} und hat die Adresse {address}.',
  'oauth.open': 'Weiter zu {institution}',
  'oauth.preparing': 'Wird vorbereitet …',
  'oauth.away':
    'Schließen Sie die Anmeldung bei {institution} ab. Hier geht es dann von selbst weiter.',
  'oauth.confirming':
    'Vielen Dank. Sobald die Bestätigung von {institution} da ist, geht es hier weiter.',
  'oauth.again': 'Seite von {institution} erneut öffnen',
  'oauth.cancel': 'Abbrechen',
  'oauth.CANCELLED':
    'Bitte versuchen Sie es erneut: Die Anmeldung bei {institution} wurde nicht abgeschlossen.',
  'oauth.DENIED':
    'Bitte versuchen Sie es erneut: Ihre Angaben wurden von {institution} nicht angenommen, oder der Zugriff wurde nicht erlaubt.',
  'oauth.IMPEDED':
    'Melden Sie sich auf der Website von {institution} an, erledigen Sie, was dort verlangt wird, und versuchen Sie es dann erneut.',
  'oauth.PROVIDER_ERROR':
    'Bitte versuchen Sie es in Kürze erneut: Bei {institution} gab es ein Problem.',
  'oauth.SERVER_ERROR':
    'Bitte versuchen Sie es in Kürze erneut: Beim Verbindungsdienst gab es ein Problem.',
  'oauth.SESSION_ERROR':
    'Bitte versuchen Sie es erneut: Die Sitzung bei {institution} endete zu früh.',
  'oauth.BLOCKED': 'Bitte versuchen Sie es erneut: Ihr Browser hat das neue Fenster blockiert.',
  'oauth.CLOSED':
    'Das Fenster ist anscheinend geschlossen. Wenn Sie dort fertig waren, warten Sie bitte einen Moment. Wenn es noch offen ist, machen Sie dort weiter. Wenn nicht, öffnen Sie es erneut.',
  'oauth.EXPIRED':
    'Bitte beginnen Sie von vorn: Die Anmeldung wurde nicht innerhalb einer Stunde abgeschlossen.',
  'oauth.UNSAVED':
    'Bitte versuchen Sie es erneut: Diese App konnte Ihre Eingaben nicht speichern, deshalb sind Sie noch hier.',
  'oauth.UNKNOWN':
    'Bitte versuchen Sie es erneut: Von {institution} kam keine Angabe dazu, was schiefgegangen ist.',
  'oauth-return.heading': 'Sie können diesen Tab schließen',
  'oauth-return.message': 'Auf der Seite, von der Sie kamen, geht es von selbst weiter.',
  'oauth-return.continue': 'Stattdessen hier fortfahren',

  'connecting.stages': 'Fortschritt',
  'connecting.signing-in': 'Anmeldung',
  'connecting.fetching-accounts': 'Abruf Ihrer Konten',
  'connecting.fetching-transactions': 'Abruf Ihrer Umsätze',
  'connecting.done': 'Erledigt',
  'connecting.current': 'Läuft',
  'connecting.to-come': 'Folgt',
  'connecting.usual': 'Hier geht es von selbst weiter.',
  'connecting.slow': 'Das dauert länger als gewöhnlich. Bitte warten Sie.',
  'connecting.stalled':
    'Es gibt noch kein Ergebnis. Prüfen Sie es erneut, oder kommen Sie später wieder: Es geht ohne Sie weiter.',
  'connecting.unreachable':
    'Unser Server antwortet nicht. Prüfen Sie Ihre Internetverbindung und dann erneut.',
  'connecting.check-again': 'Erneut prüfen',
  'connecting.leave': 'Im Hintergrund fortsetzen',
  'connecting.cancel': 'Abbrechen',

  'connected.heading': 'Sie sind verbunden',
  'connected.heading-verification': 'Ihr Konto ist bestätigt',
  'connected.heading-identification': 'Die Inhaberschaft ist bestätigt',
  'connected.found.one': '{count} Konto gefunden',
  'connected.found.other': '{count} Konten gefunden',
  'connected.none':
    'Es wurden keine Konten gefunden. Bis ein neues Konto erscheint, kann ein Tag vergehen.',
  'connected.loading': 'Ihre Konten werden abgerufen …',
  'connected.failed':
    'Die Verbindung funktioniert, aber die Liste der Konten konnte nicht geladen werden.',
  'connected.arriving': 'Es kommen noch Umsätze herein. Sie brauchen nicht darauf zu warten.',
  'connected.done': 'Fertig',
  'connected.another': 'Weiteres Institut verbinden',
  'connected.number': 'endet auf {digits}',
  'connected.closed': 'Geschlossen',
  'account.CHECKING': 'Girokonto',
  'account.SAVINGS': 'Sparkonto',
  'account.CREDIT_CARD': 'Kreditkarte',
  'account.LOAN': 'Darlehen',
  'account.MORTGAGE': 'Hypothek',
  'account.INVESTMENT': 'Geldanlage',
  'account.LINE_OF_CREDIT': 'Kreditrahmen',
  'account.CHECKING_LINE_OF_CREDIT': 'Girokonto mit Kreditrahmen',
  'account.PROPERTY': 'Sachwerte',
  'account.CASH': 'Bargeld',
  'account.INSURANCE': 'Versicherung',
  'account.PREPAID': 'Prepaid-Konto',
  'account.other': 'Konto',

  'offer.verification.heading': 'Ein Konto bei {institution} bestätigen',
  'offer.verification.message':
    'Die Nummern Ihrer Konten werden bei {institution} abgerufen. Möglicherweise werden Sie nach einem Code gefragt.',
  'offer.identification.heading': 'Bestätigen, wem die Konten bei {institution} gehören',
  'offer.identification.message':
    'Namen und Adressen der Kontoinhaber werden bei {institution} abgerufen. Möglicherweise werden Sie nach einem Code gefragt.',
  'offer.start': 'Weiter',
  'offer.starting': 'Wird gestartet …',
  'offer.cancel': 'Abbrechen',
  'choice.heading': 'Welches Konto?',
  'choice.message': 'Wählen Sie das Konto bei {institution}, das Sie verwenden möchten.',
  'choice.label': 'Ihre Konten',
  'choice.submit': 'Dieses Konto verwenden',
  'choice.cancel': 'Abbrechen',
  'unavailable.institution.heading': 'Mit {institution} nicht möglich',
  'unavailable.institution.message':
    'Bitte wählen Sie ein anderes Institut: Dieses bietet nicht, was hier gebraucht wird.',
  'unavailable.credentials.heading': 'Verbindung mit {institution} nicht möglich',
  'unavailable.credentials.message':
    'Mit {institution} können wir uns auf diesem Weg nicht verbinden. Bitte wählen Sie ein anderes Institut.',
  'unavailable.app.heading': 'In dieser App nicht möglich',
  'unavailable.app.message':
    'Bitte wenden Sie sich an den Support dieser App: Die Funktion ist nicht eingeschaltet.',
  'unavailable.accounts.heading': 'Kein passendes Konto',
  'unavailable.accounts.message':
    'Bitte wählen Sie ein anderes Institut: Bei {institution} wurde kein offenes Giro- oder Sparkonto gefunden.',

  'limit.heading': 'Kein Platz für eine weitere Verbindung',
  'limit.message.one': 'Es ist nur {count} Verbindung möglich.',
  'limit.message.other':
    'Entfernen Sie zuerst eine Verbindung, die Sie nicht mehr brauchen. Es sind nur {count} möglich.',
  'limit.manage': 'Verbindungen verwalten',
  'limit.close': 'Schließen',

  'manual.heading': 'Konto von Hand hinzufügen',
  'manual.intro':
    'Es ist nicht mit {institution} verbunden und aktualisiert sich deshalb nicht von selbst.',
  'manual.name': 'Name des Kontos',
  'manual.type': 'Art des Kontos',
  'manual.balance': 'Kontostand (freiwillig)',
  'manual.no-amount':
    'Bitte geben Sie einen Betrag wie {example} ein, oder lassen Sie das Feld leer.',
  'manual.check': 'Bitte prüfen Sie Ihre Angaben',
  'manual.submit': 'Konto hinzufügen',
  'manual.submitting': 'Wird hinzugefügt …',
  'manual.cancel': 'Zurück',
  'manual.added': 'Konto hinzugefügt',
  'manual.added-message':
    '„{name}“ wird ab jetzt von Hand geführt. Es aktualisiert sich nicht von selbst.',
  'manual.another': 'Weiteres Konto hinzufügen',
  'manual.done': 'Fertig',

  'members.heading': 'Ihre Verbindungen',
  'members.loading': 'Ihre Verbindungen werden geladen …',
  'members.empty': 'Noch keine Verbindungen',
  'members.empty-hint':
    'Verbinden Sie die Bank, die Sie am meisten nutzen, und Sie sehen ihre Konten hier.',
  'members.add': 'Institut verbinden',
  'members.updated': 'Aktualisiert: {when}',
  'members.never': 'Noch keine Daten',
  'members.manual': 'Von Hand geführt',
  'members.arriving': 'Neue Daten kommen herein',
  'members.refresh': 'Aktualisieren',
  'members.refreshing': 'Wird aktualisiert …',
  'members.up-to-date': 'Alles aktuell. Neuere Daten lassen sich in einigen Stunden abrufen.',
  'members.rename': 'Umbenennen',
  'members.rename-label': 'Name dieser Verbindung',
  'members.rename-hint': 'Lassen Sie das Feld leer, um zum Namen des Instituts zurückzukehren.',
  'members.save': 'Speichern',
  'members.saving': 'Wird gespeichert …',
  'members.cancel': 'Abbrechen',
  'members.remove': 'Entfernen',
  'members.remove-heading': 'Verbindung mit {institution} entfernen?',
  'members.remove-message':
    'Die Konten, Kontostände und Umsätze verschwinden aus dieser App. Wenn Sie erneut verbinden, kommt nur zurück, was von {institution} noch herausgegeben wird. Dort selbst ändert sich nichts.',
  'members.remove-confirm': 'Verbindung entfernen',
  'members.removing': 'Wird entfernt …',
  'members.keep': 'Behalten',
  'members.removed': 'Die Verbindung mit {institution} ist entfernt.',
  'members.changed': 'Neues von {institution}: {status}',

  'failure.offline.title': 'Sie sind anscheinend offline',
  'failure.offline.message':
    'Prüfen Sie Ihre Internetverbindung, und versuchen Sie es dann erneut.',
  'failure.timeout.title': 'Keine rechtzeitige Antwort',
  'failure.timeout.message': 'Bitte versuchen Sie es erneut.',
  'failure.unauthorized.title': 'Bitte melden Sie sich erneut in dieser App an',
  'failure.unauthorized.message': 'Ihre Sitzung in dieser App ist beendet.',
  'failure.forbidden.title': 'Nicht erlaubt',
  'failure.forbidden.message': 'Bitte wenden Sie sich an den Support dieser App.',
  'failure.not-found.title': 'Nicht mehr vorhanden',
  'failure.not-found.message': 'Gehen Sie zurück, und beginnen Sie von vorn.',
  'failure.oauth-return.title': 'Diese Verbindung ist nicht in Ihrem Benutzerkonto',
  'failure.oauth-return.message':
    'Die Verbindung, der Sie zugestimmt haben, ist hier nicht in Ihrem Benutzerkonto. Vielleicht gehört sie jemand anderem, oder sie ist abgelaufen. Um die Freigabe zu beenden, melden Sie sich auf der Website Ihrer Bank an, und entziehen Sie dieser App den Zugriff.',
  'failure.member-limit.title': 'Kein Platz für eine weitere Verbindung',
  'failure.member-limit.message':
    'Entfernen Sie zuerst eine Verbindung, die Sie nicht mehr brauchen.',
  'failure.conflict.title': 'Bereits verbunden',
  'failure.conflict.message': 'Sie haben bereits eine Verbindung mit diesen Zugangsdaten.',
  'failure.conflict.open': 'Verbindung {number} ansehen: {status}',
  'failure.throttled.title': 'Zu viele Anfragen',
  'failure.throttled.message': 'Bitte versuchen Sie es {when} erneut.',
  'failure.throttled.soon': 'in Kürze',
  'failure.too-many-attempts.title': 'Zu viele Versuche',
  'failure.too-many-attempts.message':
    'Zum Schutz Ihres Kontos sind weitere Versuche vorerst gesperrt. Bitte versuchen Sie es {when} erneut. Ihre Eingaben bleiben hier erhalten.',
  'failure.invalid.title': 'Das wurde nicht angenommen',
  'failure.invalid.message': 'Prüfen Sie Ihre Eingaben, und versuchen Sie es dann erneut.',
  'failure.server.title': 'Bei uns ist etwas schiefgegangen',
  'failure.server.message': 'Bitte versuchen Sie es in Kürze erneut.',
  'failure.unreadable.title': 'Bei uns ist etwas schiefgegangen',
  'failure.unreadable.message': 'Bitte versuchen Sie es in Kürze erneut.',
  'failure.unsafe.title': 'Diese Seite lässt sich nicht öffnen',
  'failure.unsafe.message':
    'Die übermittelte Adresse ist nicht sicher. Bitte wenden Sie sich an den Support dieser App.',
  'failure.retry': 'Erneut versuchen',
  'failure.back': 'Zurück',
  'failure.close': 'Schließen',
};
