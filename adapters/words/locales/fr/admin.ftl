### The pages of administrators: people, one person, why, and the log. The rules are in rule.ftl. $user: the name of a person.

admin-navigation = Administration
admin-people = Utilisateurs
admin-rules = Règles
admin-log = Journal
admin-own-settings = Ma propre connexion à deux facteurs

admin-pages = Pages
admin-previous = Précédente
admin-next = Suivante
admin-page = Page { $number }
admin-no-such-page = Cette page n’existe pas.
admin-first-page = Afficher la première

admin-people-heading = Les utilisateurs et leur connexion à deux facteurs
admin-settling = <strong>La liste est encore en cours de calcul</strong> après une modification des règles. Rouvrez la page dans une minute pour voir les chiffres définitifs.
admin-overview = Vue d’ensemble
admin-have-one =
    { $count ->
        [one] <strong>{ $count } sur { $total }</strong> a un second facteur.
       *[other] <strong>{ $count } sur { $total }</strong> ont un second facteur.
    }
admin-missing =
    { $count ->
        [one] <strong>{ $count }</strong> doit en activer un et ne l’a pas encore fait :
       *[other] <strong>{ $count }</strong> doivent en activer un et ne l’ont pas encore fait :
    }
admin-nobody-missing = Tous ceux qui doivent en activer un l’ont fait.
admin-status-count = { $status } : { $count }
admin-by-status = Tous, par statut :
admin-by-domain = Par domaine
admin-by-role = Par rôle
admin-people-by-domain = Utilisateurs par domaine
admin-people-by-role = Utilisateurs par rôle
admin-column-have = En ont un
admin-column-missing = Doivent l’activer
admin-more-groups =
    { $count ->
        [one] { $count } groupe plus petit n’est pas affiché.
       *[other] { $count } groupes plus petits ne sont pas affichés.
    }
admin-nobody-yet = Aucun utilisateur pour l’instant.
admin-nobody-yet-why = Aucun utilisateur pour l’instant. Les utilisateurs apparaissent ici à leur première connexion, ou immédiatement si l’application fournit un annuaire de ses utilisateurs.
admin-those-who-match = Utilisateurs trouvés
admin-everybody = Tous
admin-nobody-matches = Aucun utilisateur trouvé. La recherche porte sur le <em>début</em> du nom, de l’adresse ou de l’identifiant.

admin-search-people = Rechercher des utilisateurs
admin-begins-with = Le nom, l’adresse ou l’identifiant commence par
admin-status = Statut
admin-any = Indifférent
admin-domain = Domaine
admin-role = Rôle
admin-tenant = Organisation
admin-search = Rechercher
admin-show-everybody = Afficher tout le monde
admin-name = Nom
admin-roles = Rôles
admin-roles-label = Rôles :
admin-download-everybody = Télécharger tous les utilisateurs sous forme de tableau (CSV)
admin-download-matching = Télécharger les utilisateurs trouvés sous forme de tableau (CSV)

admin-until = jusqu’au { $until }
admin-from = à partir du { $from }
admin-since = depuis le { $since }
admin-skips-left =
    { $count ->
        [one] report possible encore { $count } fois
       *[other] report possible encore { $count } fois
    }

admin-why-title = Pourquoi : { $user }
admin-why-heading = Pourquoi un second facteur est demandé ou non à <span class="cs-break">{ $user }</span>
admin-explanation = Explication
admin-everything = Tout sur cet utilisateur
admin-decided-nobody = Aucune règle en vigueur ne concerne cet utilisateur : un second facteur lui est donc proposé, mais pas exigé.
admin-decided-rule = C’est cette règle qui décide : « { $rule } ».
admin-decided-own = Un administrateur ({ $by }) a pris une décision propre à cet utilisateur, qui l’emporte sur toutes les règles : { $decision }.
admin-decided-held-rule = Un second facteur est exigé de cet utilisateur depuis le { $since }, par la règle « { $rule } ». Il reste exigé, même si cela ne découle plus de l’adresse, des rôles ou de l’organisation de l’utilisateur, jusqu’à ce qu’un administrateur prenne une décision pour cet utilisateur ou supprime la règle.
admin-decided-held = Un second facteur est exigé de cet utilisateur depuis le { $since } : un administrateur l’a réinitialisé, ou c’était déjà exigé à l’endroit d’où il vient. Il reste exigé jusqu’à ce qu’un administrateur prenne une décision pour cet utilisateur.
admin-reason-given = Motif indiqué : { $reason }

admin-own-require = cet utilisateur doit avoir un second facteur
admin-own-require-until = cet utilisateur doit avoir un second facteur et peut en reporter l’activation jusqu’au { $until }
admin-own-require-for = cet utilisateur doit avoir un second facteur et peut en reporter l’activation pendant { $period } après l’entrée en vigueur
admin-own-require-skips =
    { $count ->
        [1] cet utilisateur doit avoir un second facteur et peut en reporter l’activation une fois
       *[other] cet utilisateur doit avoir un second facteur et peut en reporter l’activation { $count } fois
    }
admin-own-release = cet utilisateur n’a pas besoin d’un second facteur, quoi que disent les règles
admin-own-exempt = rien n’est demandé à cet utilisateur jusqu’au { $until }, quoi que disent les règles
admin-own-ended = Décision prise par un administrateur ({ $by }) le { $at } : { $decision }. Elle n’a plus d’effet. Motif : { $reason }

admin-asked-nothing = Rien n’est demandé.
admin-asked-if-enrolled = S’il existe, un second facteur est demandé à la connexion ; aucun n’est exigé.
admin-asked-grace = Un second facteur est exigé ; un utilisateur qui n’en a pas peut entrer sans lui jusqu’au { $until }.
admin-asked-always = Un second facteur est exigé ; un utilisateur qui n’en a pas doit d’abord en activer un.
admin-asked-recent = Un second facteur doit avoir été présenté il y a moins de { $period }.

admin-lost = Règles qui n’ont pas décidé ({ $count })
admin-lost-more =
    { $count ->
        [one] { $count } autre ne concerne pas cet utilisateur.
       *[other] { $count } autres ne concernent pas cet utilisateur.
    }
admin-lost-own-decides = Un administrateur a pris une décision pour cet utilisateur.
admin-lost-held-decides = Une exigence antérieure reste en vigueur.
admin-lost-farther-away = Une règle plus proche de cet utilisateur décide.
admin-lost-less-strict = Une règle du même type décide : elle est plus stricte, ou aussi stricte et plus ancienne.
admin-lost-not-yet = Elle n’est pas encore en vigueur.
admin-lost-not-about = Elle ne concerne pas cet utilisateur.

admin-exempt-kinds = Rien n’est demandé pour ces types de connexion : { $kinds }.
admin-exempt-kinds-whatever = Quoi qu’il soit indiqué ici, rien n’est demandé pour ces types de connexion : { $kinds }.
admin-kind-sso = authentification unique
admin-kind-sso-mfa = authentification unique qui a demandé plusieurs facteurs
admin-kind-api-key = clés d’API
admin-kind-service = comptes de service

admin-status-why = Statut et explication
admin-user = Utilisateur
admin-key = Identifiant
admin-address = Adresse e-mail
admin-not-confirmed = { $address } (non confirmée)
admin-no-address = aucune
admin-no-roles = aucun
admin-set-up = Ce qui est configuré
admin-nothing-set-up = Rien.
admin-kind = Type
admin-recovery-left = Codes de récupération restants
admin-recovery-count = { $count } sur { $total }
admin-devices = Appareils mémorisés
admin-history = Historique
admin-history-all = Tout l’historique dans le journal
admin-own-account = C’est votre propre compte. Ici, personne ne décide de son propre compte ; adressez-vous à un autre administrateur.

admin-done-required = Un second facteur est désormais exigé de cet utilisateur.
admin-done-released = Cet utilisateur n’a plus besoin d’un second facteur.
admin-done-exempted = Rien n’est demandé à cet utilisateur jusqu’à la fin de la dispense.
admin-done-follows-rules = Les règles décident de nouveau pour cet utilisateur.
admin-done-reset = Cet utilisateur a été réinitialisé. Tout ce qui était configuré est supprimé, toutes ses sessions sont fermées, ses appareils ne sont plus mémorisés, et il doit refaire l’activation.

admin-decide = Décider pour cet utilisateur
admin-decide-intro = Ce qui est décidé ici l’emporte sur toutes les règles. Le motif est conservé dans le journal, et l’utilisateur peut le lire.
admin-require = Exiger un second facteur
admin-put-off = L’activation peut-elle être reportée ?
admin-put-off-no = Non : immédiatement
admin-release = Libérer de toute obligation
admin-release-what = L’utilisateur n’a pas besoin d’un second facteur, quoi que disent les règles, jusqu’à nouvelle décision. S’il en a configuré un, celui-ci reste demandé.
admin-release-button = Libérer cet utilisateur
admin-exempt = Dispenser temporairement
admin-exempt-what = Rien n’est demandé à l’utilisateur jusque-là, pas même un second facteur déjà configuré. Ensuite, les règles s’appliquent de nouveau d’elles-mêmes.
admin-last-day = Dernier jour (UTC)
admin-exempt-button = Dispenser cet utilisateur
admin-follow = Suivre de nouveau les règles
admin-follow-what = Ce qui a été décidé pour cet utilisateur est levé, de même qu’une exigence maintenue jusqu’ici. Dès lors, seules les règles comptent.
admin-follow-button = Laisser les règles décider
admin-reason-hint = Il est conservé dans le journal.
admin-reason-hint-user = Il est conservé dans le journal, et l’utilisateur peut le lire.
admin-reason-hint-activation = L’utilisateur le lit sur la page d’activation.
admin-reason-hint-reset = Comment vous avez vérifié qu’il s’agit bien de l’utilisateur. Ce texte est conservé dans le journal.

admin-reset-title = Téléphone et codes de récupération perdus ?
admin-reset-what = Une réinitialisation supprime toutes les applications, tous les codes de récupération et tous les appareils mémorisés, et ferme toutes les sessions où un second facteur a été présenté. L’utilisateur en est averti par e-mail et doit refaire l’activation à sa prochaine connexion. Vérifiez que c’est vraiment l’utilisateur qui le demande.
admin-reset = Réinitialiser cet utilisateur
admin-reset-button = Supprimer tout ce qui est configuré pour { $user }

admin-entries = Entrées
admin-search-log = Rechercher dans le journal
admin-key-of-user = Identifiant d’un utilisateur
admin-show-everything = Tout afficher
admin-nothing-about-user = Il n’y a rien sur cet utilisateur.
admin-nothing-yet = Il ne s’est encore rien passé.

admin-address-open = Adresse non confirmée
admin-address-shared = Un autre compte a la même adresse : aucun code ni aucun lien n’y est donc envoyé.
admin-resend = Renvoyer le lien
admin-resend-hint = L’utilisateur reçoit un e-mail avec un lien qui permet de confirmer l’adresse. Tout lien envoyé auparavant cesse alors d’être valable.
admin-done-confirmation = L’e-mail contenant le lien est en route.
admin-confirm-many = Faire confirmer les adresses
admin-confirm-many-what = Chaque personne de cette liste dont l’adresse n’est pas confirmée reçoit, une seule fois, un e-mail avec un lien. L’envoi se poursuit en arrière-plan.
admin-confirm-everybody = Envoyer un lien à tous
admin-confirm-matching = Envoyer un lien aux utilisateurs trouvés
admin-confirm-progress = État d’avancement
admin-nothing-to-confirm = Il n’y a rien à confirmer
admin-nothing-to-confirm-detail = L’adresse est déjà confirmée, il n’y en a aucune qui puisse l’être, ou aucun e-mail n’est envoyé ici.
admin-confirmations = Confirmation des adresses
admin-confirmations-progress = Liens par e-mail
admin-confirmations-none = Aucun envoi groupé de liens n’a encore eu lieu.
admin-confirmations-run = Envoi commencé le { $began }, toujours en cours.
admin-confirmations-ended = Envoi commencé le { $began }, terminé le { $ended }.
admin-confirmations-seen = Utilisateurs examinés
admin-confirmations-sent = Liens envoyés
admin-confirmations-left = Pas encore pris en charge par le serveur de messagerie
admin-confirmations-confirmed = Adresses confirmées
admin-confirmations-recent = Ont déjà reçu un lien dans la dernière heure
admin-confirmations-without = Sans adresse, ou adresse de plusieurs comptes
admin-confirmations-failed = Non distribuables
admin-confirmations-unsure = Peut-être non distribués
admin-confirmations-unsure-hint = Les personnes qui n’ont peut-être pas reçu leur lien n’en reçoivent pas d’autre par cet envoi, afin que personne n’en reçoive deux. Renvoyez-le depuis la page de l’utilisateur.
admin-confirmations-by-itself = Les chiffres sont actualisés toutes les cinq secondes.
admin-confirmations-still = Ne plus actualiser
admin-confirmations-again = Afficher les chiffres actuels
