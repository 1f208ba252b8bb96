### The page of rules: who must have a second factor. $rule: a rule as a sentence (rule-sentence-…), in a heading, in quotation marks or after a colon.

rule-heading = Qui doit avoir un second facteur
rule-added = La règle est ajoutée. Elle s’applique dès la prochaine requête, ou à partir de sa date.
rule-removed = La règle est supprimée.
rule-odd =
    { $count ->
        [one] <strong>{ $count } règle</strong> est à vérifier ; la raison est indiquée à côté.
       *[other] <strong>{ $count } règles</strong> sont à vérifier ; la raison est indiquée à côté de chacune.
    }
rule-made-here = Règles créées ici
rule-none-yet = Il n’y en a pas encore.
rule-add-below = Ajoutez-en une ci-dessous.
rule-which-decides = La règle la plus proche de la personne décide : une règle sur l’utilisateur passe avant une règle sur un rôle, puis viennent une adresse ou une liste, puis un domaine, puis tout le monde. De deux règles aussi proches, la plus stricte décide.
rule-of-application = Règles de l’application
rule-of-application-hint = Elles font partie du programme et ne peuvent pas être modifiées ici.
rule-of-application-none = Aucune : chacun peut avoir un second facteur, mais personne n’y est obligé.
rule-more = Et { $count } de plus.

rule-sentence-require =
    { $kind ->
        [role] Toute personne ayant le rôle { $value } doit avoir un second facteur
        [domain] Toute personne ayant une adresse dans le domaine { $value } doit avoir un second facteur
        [domain_and_below] Toute personne ayant une adresse dans le domaine { $value } ou l’un de ses sous-domaines doit avoir un second facteur
        [address] La personne dont l’adresse est { $value } doit avoir un second facteur
        [list] Toute personne de la liste { $value } doit avoir un second facteur
        [user] L’utilisateur { $value } doit avoir un second facteur
       *[everyone] Tout le monde doit avoir un second facteur
    }
rule-sentence-offer =
    { $kind ->
        [role] Toute personne ayant le rôle { $value } peut avoir un second facteur
        [domain] Toute personne ayant une adresse dans le domaine { $value } peut avoir un second facteur
        [domain_and_below] Toute personne ayant une adresse dans le domaine { $value } ou l’un de ses sous-domaines peut avoir un second facteur
        [address] La personne dont l’adresse est { $value } peut avoir un second facteur
        [list] Toute personne de la liste { $value } peut avoir un second facteur
        [user] L’utilisateur { $value } peut avoir un second facteur
       *[everyone] Tout le monde peut avoir un second facteur
    }
rule-sentence-off =
    { $kind ->
        [role] Aucune personne ayant le rôle { $value } n’a de second facteur
        [domain] Aucune personne ayant une adresse dans le domaine { $value } n’a de second facteur
        [domain_and_below] Aucune personne ayant une adresse dans le domaine { $value } ou l’un de ses sous-domaines n’a de second facteur
        [address] La personne dont l’adresse est { $value } n’a pas de second facteur
        [list] Aucune personne de la liste { $value } n’a de second facteur
        [user] L’utilisateur { $value } n’a pas de second facteur
       *[everyone] Personne n’a de second facteur
    }

rule-from = À partir du { $from }.
rule-holds-from = Elle s’applique à partir du { $from }.
rule-begins = Elle entre en vigueur le { $from }.
rule-grace-until = L’activation peut être reportée jusqu’au { $until }.
rule-grace-for = L’activation peut être reportée pendant { $period } après l’entrée en vigueur.
rule-grace-skips =
    { $count ->
        [1] L’activation peut être reportée une fois.
       *[other] L’activation peut être reportée { $count } fois.
    }
rule-reaches-sign-in = S’applique à chacun à sa prochaine connexion.
rule-remembers-never = Les appareils ne sont pas mémorisés.
rule-remembers-for = Les appareils peuvent être mémorisés pendant { $period }.
rule-asked-again = Le second facteur est redemandé après { $period }.
rule-no-recovery-codes = Les codes de récupération ne sont pas acceptés.
rule-no-apps = Les applications d’authentification ne sont pas acceptées.
rule-no-mail = Les codes par e-mail ne sont pas acceptés.
rule-made-by = Créée par { $who } le { $at }
rule-made-by-application = Créée par l’application
rule-author = { $who }, le { $at }
rule-author-application = l’application

rule-finding = <strong>À vérifier :</strong> { $finding }
rule-matches-nobody = Aucun utilisateur connu à ce jour n’est concerné par cette règle.
rule-contradicts = Elle contredit « { $rule } ». La plus stricte des deux décide.
rule-shadowed = Elle ne change rien, car « { $rule } » le dit déjà.

rule-remove = Supprimer<span class="cs-sr"> : { $rule }</span>
rule-remove-what = Ce que seule cette règle exigeait des personnes ne sera plus exigé d’elles.
rule-remove-button = Supprimer cette règle<span class="cs-sr"> : { $rule }</span>

rule-add = Ajouter une règle
rule-whom = À qui s’applique-t-elle ?
rule-whom-domain = Toute personne dont l’adresse est dans ce domaine
rule-whom-domain-and-below = Toute personne dont l’adresse est dans ce domaine ou un sous-domaine
rule-whom-address = La personne qui a cette adresse e-mail
rule-whom-list = Toute personne d’une liste d’adresses e-mail
rule-whom-role = Toute personne ayant ce rôle
rule-whom-user = L’utilisateur qui a cet identifiant
rule-whom-everyone = Tout le monde
rule-value = Domaine, adresse, rôle, identifiant de l’utilisateur ou nom de la liste
rule-value-hint = Laissez vide pour tout le monde.
rule-list = Pour une liste : ses adresses
rule-list-addresses = Adresses e-mail
rule-list-hint = Une par ligne ; environ 400 au maximum. Les listes plus longues ont leur place dans l’application.
rule-effect = Que fait-elle ?
rule-effect-require = Ces personnes doivent avoir un second facteur
rule-effect-offer = Ces personnes peuvent avoir un second facteur
rule-effect-off = Ces personnes n’ont pas de second facteur, et rien ne leur est demandé
rule-from-which-day = À partir de quel jour (UTC) ?
rule-from-hint = Vide : immédiatement. Avant ce jour, ceux qui y seront obligés en sont avertis.
rule-put-off = L’activation peut-elle être reportée ?
rule-put-off-until = Jusqu’à la fin de ce jour (UTC)
rule-put-off-last-day = Dernier jour où l’activation peut être reportée
rule-put-off-days = Pendant ce nombre de jours après l’entrée en vigueur pour la personne
rule-put-off-how-many-days = Pendant combien de jours l’activation peut être reportée
rule-put-off-times = Ce nombre de fois, une fois à chaque connexion
rule-put-off-how-often = Combien de fois l’activation peut être reportée
rule-more-settings = Autres réglages : sessions ouvertes, appareils mémorisés, fréquence de la demande
rule-reach = Quand s’applique-t-elle aux personnes connectées ?
rule-reach-request = À toutes, dès leur prochaine requête
rule-reach-sign-in = Seulement à leur prochaine connexion
rule-remember = Des appareils peuvent-ils être mémorisés ?
rule-remember-default = Comme partout ailleurs
rule-remember-never = Jamais
rule-remember-hours = Pendant ce nombre d’heures :
rule-hours = Heures
rule-max-age = Redemander après ce nombre de minutes
rule-max-age-hint = Vide : une fois par session.
rule-recovery = Les codes de récupération sont-ils acceptés ?
rule-recovery-hint = Si ce n’est pas le cas, quiconque perd son application doit s’adresser à un administrateur.
rule-apps = Les applications d’authentification sont-elles acceptées ?
rule-mail = Les codes par e-mail sont-ils acceptés ?
rule-mail-hint = Ils protègent moins bien qu’une application. Quiconque n’a aucune méthode acceptée présente encore une fois celle qu’il a, afin d’en configurer une qui le soit.
rule-yes = Oui
rule-no = Non
rule-reason-hint = Les personnes le lisent quand l’activation leur est demandée.
rule-add-button = Ajouter la règle
