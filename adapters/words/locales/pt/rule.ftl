### The page of rules: who must have a second factor.

rule-heading = Quem precisa ter um segundo fator
rule-added = A regra foi adicionada. Ela vale a partir da próxima requisição ou da data indicada nela.
rule-removed = A regra foi removida.
rule-odd =
    { $count ->
        [one] <strong>{ $count } regra</strong> precisa de atenção; o motivo está junto dela.
       *[other] <strong>{ $count } regras</strong> precisam de atenção; o motivo está junto de cada uma.
    }
rule-made-here = Regras criadas aqui
rule-none-yet = Ainda não há nenhuma.
rule-add-below = Adicione uma abaixo.
rule-which-decides = Decide a regra mais próxima da pessoa: primeiro a do usuário, depois a de uma função, a de um endereço ou lista, a de um domínio e, por fim, a de todas as pessoas. Entre duas igualmente próximas, decide a mais rígida.
rule-of-application = Regras da aplicação
rule-of-application-hint = Elas fazem parte do programa e não podem ser alteradas aqui.
rule-of-application-none = Nenhuma: todas as pessoas podem ter um segundo fator, e ninguém é obrigado.
rule-more = Mais { $count }.

rule-sentence-require =
    { $kind ->
        [role] Quem tem a função { $value } precisa ter um segundo fator
        [domain] Quem tem um endereço em { $value } precisa ter um segundo fator
        [domain_and_below] Quem tem um endereço em { $value } ou em seus subdomínios precisa ter um segundo fator
        [address] Quem tem o endereço { $value } precisa ter um segundo fator
        [list] Quem está na lista { $value } precisa ter um segundo fator
        [user] O usuário { $value } precisa ter um segundo fator
       *[everyone] Todas as pessoas precisam ter um segundo fator
    }
rule-sentence-offer =
    { $kind ->
        [role] Quem tem a função { $value } pode ter um segundo fator
        [domain] Quem tem um endereço em { $value } pode ter um segundo fator
        [domain_and_below] Quem tem um endereço em { $value } ou em seus subdomínios pode ter um segundo fator
        [address] Quem tem o endereço { $value } pode ter um segundo fator
        [list] Quem está na lista { $value } pode ter um segundo fator
        [user] O usuário { $value } pode ter um segundo fator
       *[everyone] Todas as pessoas podem ter um segundo fator
    }
rule-sentence-off =
    { $kind ->
        [role] Quem tem a função { $value } fica sem segundo fator
        [domain] Quem tem um endereço em { $value } fica sem segundo fator
        [domain_and_below] Quem tem um endereço em { $value } ou em seus subdomínios fica sem segundo fator
        [address] Quem tem o endereço { $value } fica sem segundo fator
        [list] Quem está na lista { $value } fica sem segundo fator
        [user] O usuário { $value } fica sem segundo fator
       *[everyone] Todas as pessoas ficam sem segundo fator
    }

rule-from = A partir de { $from }.
rule-holds-from = Vale a partir de { $from }.
rule-begins = Entra em vigor em { $from }.
rule-grace-until = A ativação pode ser adiada até { $until }.
rule-grace-for = A ativação pode ser adiada por { $period } depois que a regra começar a valer.
rule-grace-skips =
    { $count ->
        [1] A ativação pode ser adiada uma vez.
       *[other] A ativação pode ser adiada { $count } vezes.
    }
rule-reaches-sign-in = Vale para as pessoas a partir do próximo login.
rule-remembers-never = Dispositivos não são lembrados.
rule-remembers-for = Dispositivos podem ser lembrados por { $period }.
rule-asked-again = O segundo fator é pedido de novo depois de { $period }.
rule-no-recovery-codes = Códigos de recuperação não são aceitos.
rule-no-apps = Apps autenticadores não são aceitos.
rule-no-mail = Códigos por e-mail não são aceitos.
rule-made-by = Criada por { $who } em { $at }
rule-made-by-application = Criada pela aplicação
rule-author = { $who }, em { $at }
rule-author-application = a aplicação

rule-finding = <strong>Atenção:</strong> { $finding }
rule-matches-nobody = Esta regra não se aplica a ninguém que tenha aparecido até agora.
rule-contradicts = Ela contradiz “{ $rule }”. Decide a mais rígida das duas.
rule-shadowed = Ela não muda nada, porque “{ $rule }” já diz o mesmo.

rule-remove = Remover<span class="cs-sr">: { $rule }</span>
rule-remove-what = O que só esta regra exigia das pessoas deixa de ser exigido.
rule-remove-button = Remover esta regra<span class="cs-sr">: { $rule }</span>

rule-add = Adicionar uma regra
rule-whom = A quem ela se aplica?
rule-whom-domain = Quem tem um endereço neste domínio
rule-whom-domain-and-below = Quem tem um endereço neste domínio ou em subdomínios
rule-whom-address = Quem tem este endereço de e-mail
rule-whom-list = Quem está em uma lista de endereços de e-mail
rule-whom-role = Quem tem esta função
rule-whom-user = O usuário com este identificador
rule-whom-everyone = Todas as pessoas
rule-value = Domínio, endereço, função, identificador do usuário ou nome da lista
rule-value-hint = Deixe vazio para todas as pessoas.
rule-list = Para uma lista: seus endereços
rule-list-addresses = Endereços de e-mail
rule-list-hint = Um por linha; até cerca de 400. Listas mais longas devem ficar na própria aplicação.
rule-effect = O que ela faz?
rule-effect-require = Precisam ter um segundo fator
rule-effect-offer = Podem ter um segundo fator
rule-effect-off = Ficam sem segundo fator, e nada é pedido
rule-from-which-day = A partir de que dia (UTC)?
rule-from-hint = Vazio: imediatamente. Antes desse dia, as pessoas que vão precisar são avisadas.
rule-put-off = A ativação pode ser adiada?
rule-put-off-until = Até o fim deste dia (UTC)
rule-put-off-last-day = Último dia em que pode ser adiada
rule-put-off-days = Por este número de dias depois que a regra começar a valer para a pessoa
rule-put-off-how-many-days = Por quantos dias pode ser adiada
rule-put-off-times = Este número de vezes, uma a cada login
rule-put-off-how-often = Quantas vezes pode ser adiada
rule-more-settings = Mais: sessões ativas, dispositivos lembrados, quando pedir de novo
rule-reach = Quando ela passa a valer para quem já está com a sessão iniciada?
rule-reach-request = Para todas as pessoas, na próxima requisição
rule-reach-sign-in = Somente no próximo login
rule-remember = Dispositivos podem ser lembrados?
rule-remember-default = Como no resto do site
rule-remember-never = Nunca
rule-remember-hours = Por este número de horas:
rule-hours = Horas
rule-max-age = Pedir de novo depois deste número de minutos
rule-max-age-hint = Vazio: uma vez em cada sessão.
rule-recovery = Códigos de recuperação são aceitos?
rule-recovery-hint = Se não, quem perder o app precisará recorrer a um administrador.
rule-apps = Apps autenticadores são aceitos?
rule-mail = Códigos por e-mail são aceitos?
rule-mail-hint = Eles protegem menos do que um app. Quem não tem nada que seja aceito usa mais uma vez o que tem, para configurar o que é aceito.
rule-yes = Sim
rule-no = Não
rule-reason-hint = As pessoas leem este texto quando a ativação é pedida.
rule-add-button = Adicionar a regra
