import type { Messages } from './messages.ts';

/** The Canadian French catalog. Says “vous”; no `{institution}` follows a word that would elide. */
export const frCA: Messages = {
  'institution.unnamed': 'votre institution financière',
  'link.new-tab': '(s’ouvre dans un nouvel onglet)',
  'loading.label': 'Un instant…',

  'title.CREATED': 'Connexion en cours',
  'title.PREVENTED': 'L’ouverture de session a échoué trois fois',
  'title.DENIED': 'Les renseignements ne correspondent pas',
  'title.CHALLENGED': 'Une question posée par {institution}',
  'title.REJECTED': 'La réponse est incorrecte',
  'title.LOCKED': 'Votre compte est verrouillé',
  'title.CONNECTED': 'Connexion établie',
  'title.IMPEDED': 'Votre attention est requise chez {institution}',
  'title.RECONNECTED': 'Reconnexion en cours',
  'title.DEGRADED': 'Amélioration en cours',
  'title.DISCONNECTED': 'Aucune nouvelle donnée pour le moment',
  'title.DISCONTINUED': 'Connexion qui n’est plus offerte',
  'title.CLOSED': 'Connexion fermée',
  'title.DELAYED': 'Cela prendra un certain temps',
  'title.FAILED': 'La connexion a échoué',
  'title.UPDATED': 'Connexion en cours',
  'title.DISABLED': 'L’importation est désactivée',
  'title.IMPORTED': 'Veuillez rouvrir une session',
  'title.RESUMED': 'Vérification de votre réponse',
  'title.EXPIRED': 'Le délai est écoulé',
  'title.IMPAIRED': 'Veuillez rouvrir une session',
  'title.PENDING': 'Terminez l’opération chez {institution}',
  'title.UNKNOWN': 'État inconnu',
  'title.null': 'Pas encore de connexion',

  'status.CREATED': 'Connexion à {institution}…',
  'status.PREVENTED':
    'Les 3 dernières tentatives de connexion ont échoué. Veuillez saisir de nouveau vos identifiants pour continuer d’importer des données.',
  'status.DENIED':
    'Les identifiants saisis ne correspondent pas à vos identifiants auprès de cette institution. Veuillez saisir de nouveau vos identifiants pour continuer d’importer des données.',
  'status.CHALLENGED':
    'Pour authentifier votre connexion à {institution}, veuillez répondre à ce qui suit.',
  'status.REJECTED': 'La ou les réponses fournies sont incorrectes. Veuillez réessayer.',
  'status.LOCKED':
    'Votre compte est verrouillé. Veuillez ouvrir une session sur le site Web approprié pour {institution} et suivre les étapes pour régler le problème.',
  'status.CONNECTED': 'Connexion établie avec {institution}…',
  'status.IMPEDED':
    'Votre attention est requise sur le site Web de cette institution. Veuillez ouvrir une session sur le site Web approprié pour {institution} et suivre les étapes pour régler le problème.',
  'status.RECONNECTED': 'Reconnexion à {institution}…',
  'status.DEGRADED': 'Nous améliorons cette connexion. Veuillez réessayer plus tard.',
  'status.DISCONNECTED':
    'Il semble que vos données détenues par {institution} ne puissent pas être importées. Nous travaillons à régler le problème.',
  'status.DISCONTINUED':
    'Les connexions à cette institution ne sont plus prises en charge. Vous pouvez créer un compte manuel et utiliser des opérations manuelles pour suivre les données de ce compte.',
  'status.CLOSED':
    'Cette connexion a été fermée. Vous pouvez suivre ce compte manuellement. S’il est rouvert, vous pourrez connecter l’institution de nouveau.',
  'status.DELAYED':
    'L’importation de vos données détenues par {institution} peut prendre un certain temps. Veuillez revenir plus tard.',
  'status.FAILED':
    'Un problème est survenu lors de la validation de vos identifiants avec {institution}. Veuillez réessayer plus tard.',
  'status.UPDATED': 'Connexion à {institution}…',
  'status.DISABLED':
    'L’importation des données de cette institution a été désactivée. Veuillez communiquer avec nous si vous croyez qu’il s’agit d’une erreur.',
  'status.IMPORTED':
    'Vous devez vous authentifier de nouveau avant que vos données puissent être importées. Veuillez saisir vos identifiants pour {institution}.',
  'status.RESUMED': 'Connexion à {institution}…',
  'status.EXPIRED': 'La ou les réponses n’ont pas été fournies à temps. Veuillez réessayer.',
  'status.IMPAIRED':
    'Vous devez vous authentifier de nouveau avant que vos données puissent être importées. Veuillez saisir vos identifiants pour {institution}.',
  'status.UNKNOWN':
    'Nous ne pouvons pas déterminer l’état de votre connexion à {institution}. Veuillez réessayer plus tard.',

  'error.NO_ELIGIBLE_ACCOUNTS.title': 'Aucun compte utilisable',
  'error.NO_ELIGIBLE_ACCOUNTS.message':
    'Veuillez choisir une autre institution ou réessayer avec un compte de chèques ou d’épargne : aucun n’a été trouvé chez {institution}.',
  'error.NO_ACCOUNTS.title': 'Aucun compte trouvé',
  'error.NO_ACCOUNTS.message':
    'Veuillez choisir une autre institution ou réessayer : aucun compte n’a été trouvé chez {institution}.',
  'error.ACCESS_DENIED.title': 'Une autorisation supplémentaire est requise',
  'error.ACCESS_DENIED.message':
    'Veuillez autoriser l’accès à vos comptes chez {institution}, puis réessayer : vos identifiants ne suffisent pas.',
  'error.INCORRECT_OTP.title': 'Le code est incorrect',
  'error.INCORRECT_OTP.message':
    'Veuillez réessayer avec un nouveau code : le dernier n’a pas été accepté par {institution}.',
  'error.INCORRECT_MFA.title': 'La réponse est incorrecte',
  'error.INCORRECT_MFA.message':
    'Veuillez réessayer : ce n’est pas la réponse attendue par {institution}.',
  'error.MFA_TIMEOUT.title': 'Le délai est écoulé',
  'error.MFA_TIMEOUT.message':
    'Veuillez réessayer et répondre en quelques minutes : aucune réponse n’est arrivée à temps.',
  'error.REAUTHORIZATION_REQUIRED.title': 'Veuillez rouvrir une session',
  'error.REAUTHORIZATION_REQUIRED.message':
    'Veuillez rouvrir une session pour garder vos données à jour : l’autorisation donnée par {institution} a expiré.',
  'error.INVALID_CREDENTIALS.title': 'Les renseignements ne correspondent pas',
  'error.INVALID_CREDENTIALS.message':
    'Veuillez vérifier vos identifiants et les saisir de nouveau : ils n’ont pas été acceptés par {institution}.',
  'error.INSTITUTION_DOWN.title': 'Aucune connexion avec {institution}',
  'error.INSTITUTION_DOWN.message':
    'Veuillez réessayer plus tard : les systèmes sont en panne chez {institution}.',
  'error.INSTITUTION_MAINTENANCE.title': 'Entretien en cours chez {institution}',
  'error.INSTITUTION_MAINTENANCE.message':
    'Veuillez réessayer dans quelques heures : un entretien est en cours chez {institution}.',
  'error.INSTITUTION_UNAVAILABLE.title': 'Service non disponible chez {institution}',
  'error.INSTITUTION_UNAVAILABLE.message':
    'Veuillez réessayer plus tard : pour le moment, aucune donnée n’est fournie par {institution}.',

  'remedy.enter-credentials': 'Saisir les identifiants',
  'remedy.answer': 'Répondre',
  'remedy.authorize': 'Continuer vers {institution}',
  'remedy.try-again': 'Réessayer',
  'remedy.confirm-resolved': 'J’ai réglé le problème',
  'remedy.visit-institution': 'Accéder à {institution}',
  'remedy.choose-another': 'Choisir une autre institution',
  'remedy.connect-again': 'Connecter de nouveau',
  'remedy.add-manually': 'Ajouter des comptes manuellement',
  'remedy.contact-support': 'Communiquer avec le soutien',
  'remedy.finish': 'Terminé',
  'remedy.leave': 'Continuer en arrière-plan',
  'remedy.cancel': 'Annuler',
  'remedy.close': 'Fermer',
  'status.throttled':
    'Vos données ont été demandées récemment; aucune nouvelle demande n’a donc été lancée. Veuillez réessayer dans quelques heures.',

  'search.heading': 'Trouvez votre banque',
  'search.label': 'Nom de la banque',
  'search.popular': 'Institutions populaires',
  'search.count.one': '{count} institution trouvée',
  'search.count.many': '{count} d’institutions trouvées',
  'search.count.other': '{count} institutions trouvées',
  'search.loading': 'Recherche en cours…',
  'search.more': 'Afficher plus',
  'search.loading-more': 'Chargement de la suite…',
  'search.nothing': 'Aucun résultat pour « {query} »',
  'search.nothing-hint': 'Vérifiez l’orthographe ou essayez une partie plus courte du nom.',
  'search.clear': 'Effacer la recherche',
  'search.cannot-find': 'Je ne trouve pas mon institution',

  'form.missing': 'Veuillez remplir ce champ.',
  'form.missing-choice': 'Veuillez faire un choix.',
  'form.choose': 'Choisissez une option',
  'form.summary.one': '{count} réponse manquante',
  'form.summary.many': '{count} de réponses manquantes',
  'form.summary.other': '{count} réponses manquantes',

  'consent.heading': 'Partager vos données détenues chez {institution}?',
  'consent.data': 'Ce qui est partagé',
  'consent.purpose': 'À quelles fins',
  'consent.duration': 'Pendant combien de temps',
  'consent.accept': 'Accepter et continuer',
  'consent.decline': 'Pas maintenant',

  'credentials.heading': 'Ouvrez une session chez {institution}',
  'credentials.heading-update': 'Mettez à jour vos identifiants',
  'credentials.intro':
    'Utilisez les mêmes renseignements que pour accéder en ligne à {institution}.',
  'credentials.privacy':
    'Vos renseignements sont transmis à {institution} par l’entremise de MX. Cette application ne les conserve pas.',
  'credentials.submit': 'Connecter',
  'credentials.submit-update': 'Enregistrer et connecter',
  'credentials.submitting': 'Connexion en cours…',
  'credentials.back': 'Retour',
  'credentials.visit': 'Difficulté à ouvrir une session? Accéder à {institution}',
  'credentials.show': 'Afficher',
  'credentials.hide': 'Masquer',
  'credentials.show-label': 'Afficher {label}',
  'credentials.hide-label': 'Masquer {label}',
  'credentials.caps-lock': 'Le verrouillage des majuscules est activé.',
  'credentials.stray-space': 'Il y a une espace au début ou à la fin.',

  'challenge.heading': 'Confirmez votre identité',
  'challenge.repeated':
    'On vous redemande la même chose. Ce que vous avez répondu n’était peut-être pas exact. Veuillez le vérifier.',
  'challenge.replaced':
    'La question a changé avant l’envoi de votre réponse. Veuillez répondre à la nouvelle.',
  'challenge.time': 'Vous n’avez que quelques minutes pour répondre.',
  'challenge.submit': 'Continuer',
  'challenge.submitting': 'Envoi en cours…',
  'challenge.cancel': 'Annuler',
  'challenge.picture': 'Image fournie par {institution}',
  'challenge.no-picture': 'L’image ne peut pas être affichée.',
  'challenge.option': 'Image {number}',

  'oauth.heading': 'Ouvrez une session chez {institution}',
  'oauth.heading-away': 'Nous attendons {institution}',
  'oauth.step-go':
    'Une page gérée par {institution} s’ouvre. Ouvrez-y une session et choisissez ce que vous voulez partager.',
  'oauth.step-return': 'Revenez à cette page. La suite est automatique.',
  'oauth.step-back': 'Vous revenez ensuite ici, et la suite est automatique.',
  'oauth.privacy':
    'Vos identifiants restent chez {institution}. Cette application ne les voit jamais.',
  'oauth.leaving':
    'Vous quittez cette application. La page suivante est gérée par {institution} et son adresse est {address}.',
  'oauth.open': 'Continuer vers {institution}',
  'oauth.preparing': 'Préparation en cours…',
  'oauth.away': 'Terminez l’opération chez {institution}. La suite est automatique ici.',
  'oauth.confirming': 'Merci. La suite est automatique dès la confirmation par {institution}.',
  'oauth.again': 'Ouvrir {institution} de nouveau',
  'oauth.cancel': 'Annuler',
  'oauth.CANCELLED':
    'Veuillez réessayer : vous avez quitté {institution} avant la fin de l’opération.',
  'oauth.DENIED':
    'Veuillez réessayer : vos renseignements n’ont pas été acceptés par {institution}, ou l’accès n’a pas été autorisé.',
  'oauth.IMPEDED':
    'Ouvrez une session en ligne chez {institution}, faites ce qui y est demandé, puis réessayez.',
  'oauth.PROVIDER_ERROR':
    'Veuillez réessayer dans un moment : un problème est survenu chez {institution}.',
  'oauth.SERVER_ERROR':
    'Veuillez réessayer dans un moment : un problème est survenu dans le service de connexion.',
  'oauth.SESSION_ERROR': 'Veuillez réessayer : la session chez {institution} a pris fin trop tôt.',
  'oauth.BLOCKED': 'Veuillez réessayer : votre navigateur a bloqué la nouvelle fenêtre.',
  'oauth.CLOSED':
    'La fenêtre semble fermée. Si vous y aviez terminé, veuillez patienter un instant. Si elle est encore ouverte, continuez-y. Sinon, ouvrez-la de nouveau.',
  'oauth.EXPIRED':
    'Veuillez recommencer : l’ouverture de session n’a pas été terminée en moins d’une heure.',
  'oauth.UNSAVED':
    'Veuillez réessayer : cette application n’a pas pu enregistrer votre travail. Vous êtes donc toujours ici.',
  'oauth.UNKNOWN':
    'Veuillez réessayer : la cause du problème n’a pas été précisée par {institution}.',
  'oauth-return.heading': 'Vous pouvez fermer cet onglet',
  'oauth-return.message': 'La suite est automatique sur la page d’où vous venez.',
  'oauth-return.continue': 'Continuer plutôt ici',

  'connecting.stages': 'Progression',
  'connecting.signing-in': 'Ouverture de session',
  'connecting.fetching-accounts': 'Obtention de vos comptes',
  'connecting.fetching-transactions': 'Obtention de vos opérations',
  'connecting.done': 'Terminé',
  'connecting.current': 'En cours',
  'connecting.to-come': 'À venir',
  'connecting.usual': 'La suite est automatique.',
  'connecting.slow': 'Cela prend plus de temps que d’habitude. Veuillez patienter.',
  'connecting.stalled':
    'Il n’y a toujours aucun résultat. Vérifiez de nouveau ou revenez plus tard : l’opération se poursuit sans vous.',
  'connecting.unreachable':
    'Notre serveur ne répond pas. Vérifiez votre connexion Internet, puis vérifiez de nouveau.',
  'connecting.check-again': 'Vérifier de nouveau',
  'connecting.leave': 'Continuer en arrière-plan',
  'connecting.cancel': 'Annuler',

  'connected.heading': 'La connexion est établie',
  'connected.heading-verification': 'Votre compte est vérifié',
  'connected.heading-identification': 'Le titulaire est confirmé',
  'connected.found.one': '{count} compte trouvé',
  'connected.found.many': '{count} de comptes trouvés',
  'connected.found.other': '{count} comptes trouvés',
  'connected.none':
    'Aucun compte n’a été trouvé. Un nouveau compte peut mettre une journée à apparaître.',
  'connected.loading': 'Obtention de vos comptes…',
  'connected.failed': 'La connexion fonctionne, mais la liste des comptes n’a pas pu être chargée.',
  'connected.arriving':
    'Des opérations sont encore en cours de réception. Vous n’avez pas à les attendre.',
  'connected.done': 'Terminé',
  'connected.another': 'Connecter une autre institution',
  'connected.number': 'se terminant par {digits}',
  'connected.closed': 'Fermé',
  'account.CHECKING': 'Compte de chèques',
  'account.SAVINGS': 'Compte d’épargne',
  'account.CREDIT_CARD': 'Carte de crédit',
  'account.LOAN': 'Prêt',
  'account.MORTGAGE': 'Prêt hypothécaire',
  'account.INVESTMENT': 'Placement',
  'account.LINE_OF_CREDIT': 'Marge de crédit',
  'account.CHECKING_LINE_OF_CREDIT': 'Compte de chèques avec marge de crédit',
  'account.PROPERTY': 'Biens',
  'account.CASH': 'Argent comptant',
  'account.INSURANCE': 'Assurance',
  'account.PREPAID': 'Compte prépayé',
  'account.other': 'Compte',

  'offer.verification.heading': 'Vérifier un compte chez {institution}',
  'offer.verification.message':
    'Les numéros de vos comptes seront lus chez {institution}. Un code pourrait vous être demandé.',
  'offer.identification.heading': 'Confirmer qui est titulaire de vos comptes chez {institution}',
  'offer.identification.message':
    'Les noms et adresses des titulaires seront lus chez {institution}. Un code pourrait vous être demandé.',
  'offer.start': 'Continuer',
  'offer.starting': 'Démarrage en cours…',
  'offer.cancel': 'Annuler',
  'choice.heading': 'Quel compte?',
  'choice.message': 'Choisissez le compte chez {institution} à utiliser.',
  'choice.label': 'Vos comptes',
  'choice.submit': 'Utiliser ce compte',
  'choice.cancel': 'Annuler',
  'unavailable.institution.heading': 'Impossible avec {institution}',
  'unavailable.institution.message':
    'Veuillez choisir une autre institution : celle-ci n’offre pas ce qu’il faut.',
  'unavailable.credentials.heading': 'Connexion impossible à {institution}',
  'unavailable.credentials.message':
    'Nous ne pouvons pas établir de connexion à {institution} de cette façon. Veuillez choisir une autre institution.',
  'unavailable.app.heading': 'Impossible dans cette application',
  'unavailable.app.message':
    'Veuillez communiquer avec le soutien de cette application : la fonction n’est pas activée.',
  'unavailable.accounts.heading': 'Aucun compte utilisable',
  'unavailable.accounts.message':
    'Veuillez choisir une autre institution : aucun compte de chèques ou d’épargne ouvert n’a été trouvé chez {institution}.',

  'limit.heading': 'Aucune place pour une autre connexion',
  'limit.message.one': 'Il ne peut y avoir que {count} connexion.',
  'limit.message.many':
    'Supprimez d’abord une connexion dont vous n’avez plus besoin. Il ne peut y en avoir que {count}.',
  'limit.message.other':
    'Supprimez d’abord une connexion dont vous n’avez plus besoin. Il ne peut y en avoir que {count}.',
  'limit.manage': 'Gérer les connexions',
  'limit.close': 'Fermer',

  'manual.heading': 'Ajouter un compte manuellement',
  'manual.intro': 'Il n’est pas connecté à {institution} et ne se met donc pas à jour de lui-même.',
  'manual.name': 'Nom du compte',
  'manual.type': 'Type de compte',
  'manual.balance': 'Solde (facultatif)',
  'manual.no-amount': 'Veuillez saisir un montant comme {example} ou laisser ce champ vide.',
  'manual.check': 'Veuillez vérifier ce que vous avez saisi',
  'manual.submit': 'Ajouter le compte',
  'manual.submitting': 'Ajout en cours…',
  'manual.cancel': 'Retour',
  'manual.added': 'Compte ajouté',
  'manual.added-message':
    'Le compte « {name} » est maintenant tenu manuellement. Il ne se met pas à jour de lui-même.',
  'manual.another': 'Ajouter un autre compte',
  'manual.done': 'Terminé',

  'members.heading': 'Vos connexions',
  'members.loading': 'Chargement de vos connexions…',
  'members.empty': 'Aucune connexion pour l’instant',
  'members.empty-hint': 'Connectez la banque que vous utilisez le plus pour voir ses comptes ici.',
  'members.add': 'Connecter une institution',
  'members.updated': 'Mise à jour : {when}',
  'members.never': 'Aucune donnée pour l’instant',
  'members.manual': 'Tenue à jour manuellement',
  'members.arriving': 'De nouvelles données arrivent',
  'members.refresh': 'Actualiser',
  'members.refreshing': 'Actualisation…',
  'members.up-to-date':
    'Tout est à jour. De nouvelles données seront offertes dans quelques heures.',
  'members.rename': 'Renommer',
  'members.rename-label': 'Nom de cette connexion',
  'members.rename-hint': 'Laissez ce champ vide pour revenir au nom de l’institution.',
  'members.save': 'Enregistrer',
  'members.saving': 'Enregistrement…',
  'members.cancel': 'Annuler',
  'members.remove': 'Supprimer',
  'members.remove-heading': 'Supprimer la connexion avec {institution}?',
  'members.remove-message':
    'Ses comptes, ses soldes et ses opérations disparaîtront de cette application. Si vous vous connectez de nouveau, seul ce que fournit encore {institution} reviendra. Rien n’y change.',
  'members.remove-confirm': 'Supprimer la connexion',
  'members.removing': 'Suppression…',
  'members.keep': 'La garder',
  'members.removed': 'La connexion avec {institution} est supprimée.',
  'members.changed': 'Du nouveau chez {institution} : {status}',

  'failure.offline.title': 'Vous semblez être hors ligne',
  'failure.offline.message': 'Vérifiez votre connexion Internet, puis réessayez.',
  'failure.timeout.title': 'Aucune réponse à temps',
  'failure.timeout.message': 'Veuillez réessayer.',
  'failure.unauthorized.title': 'Veuillez rouvrir une session dans cette application',
  'failure.unauthorized.message': 'Votre session dans cette application a pris fin.',
  'failure.forbidden.title': 'Accès non autorisé',
  'failure.forbidden.message': 'Veuillez communiquer avec le soutien de cette application.',
  'failure.not-found.title': 'N’existe plus',
  'failure.not-found.message': 'Revenez en arrière et recommencez.',
  'failure.oauth-return.title': 'Cette connexion n’est pas dans votre compte',
  'failure.oauth-return.message':
    'La connexion que vous avez autorisée n’est pas dans votre compte ici. Elle appartient peut-être à quelqu’un d’autre, ou elle a expiré. Pour cesser le partage, ouvrez une session sur le site Web de votre banque et retirez l’accès à cette application.',
  'failure.member-limit.title': 'Aucune place pour une autre connexion',
  'failure.member-limit.message': 'Supprimez d’abord une connexion dont vous n’avez plus besoin.',
  'failure.conflict.title': 'Connexion déjà établie',
  'failure.conflict.message': 'Vous avez déjà une connexion avec ces identifiants.',
  'failure.conflict.open': 'Voir la connexion {number} : {status}',
  'failure.throttled.title': 'Trop de demandes',
  'failure.throttled.message': 'Veuillez réessayer {when}.',
  'failure.throttled.soon': 'dans un moment',
  'failure.too-many-attempts.title': 'Trop de tentatives',
  'failure.too-many-attempts.message':
    'Pour protéger votre compte, nous avons suspendu les tentatives. Veuillez réessayer {when}. Ce que vous avez saisi est conservé ici.',
  'failure.invalid.title': 'Les renseignements n’ont pas été acceptés',
  'failure.invalid.message': 'Vérifiez ce que vous avez saisi, puis réessayez.',
  'failure.server.title': 'Un problème est survenu de notre côté',
  'failure.server.message': 'Veuillez réessayer dans un moment.',
  'failure.unreadable.title': 'Un problème est survenu de notre côté',
  'failure.unreadable.message': 'Veuillez réessayer dans un moment.',
  'failure.unsafe.title': 'Cette page ne peut pas être ouverte',
  'failure.unsafe.message':
    'L’adresse reçue n’est pas sûre. Veuillez communiquer avec le soutien de cette application.',
  'failure.retry': 'Réessayer',
  'failure.back': 'Retour',
  'failure.close': 'Fermer',
};
