### The pages of administrators: people, one person, why, and the log.

admin-navigation = Administração
admin-people = Pessoas
admin-rules = Regras
admin-log = Registro
admin-own-settings = Meu login em dois fatores

admin-pages = Páginas
admin-previous = Anterior
admin-next = Próxima
admin-page = Página { $number }
admin-no-such-page = Essa página não existe.
admin-first-page = Mostrar a primeira

admin-people-heading = Pessoas e seu login em dois fatores
admin-settling = <strong>A lista ainda está sendo recalculada</strong> depois de uma mudança nas regras. Abra a página de novo em um minuto para ver os números finais.
admin-overview = Visão geral
admin-have-one =
    { $count ->
        [one] <strong>{ $count } de { $total }</strong> tem um segundo fator.
       *[other] <strong>{ $count } de { $total }</strong> têm um segundo fator.
    }
admin-missing =
    { $count ->
        [one] <strong>{ $count }</strong> precisa ativar um e ainda não ativou:
       *[other] <strong>{ $count }</strong> precisam ativar um e ainda não ativaram:
    }
admin-nobody-missing = Todas as pessoas que precisam de um segundo fator já o ativaram.
admin-status-count = { $status }: { $count }
admin-by-status = Todas as pessoas por status:
admin-by-domain = Por domínio
admin-by-role = Por função
admin-people-by-domain = Pessoas por domínio
admin-people-by-role = Pessoas por função
admin-column-have = Já têm um
admin-column-missing = Precisam e não têm
admin-more-groups =
    { $count ->
        [one] { $count } grupo menor não é mostrado.
       *[other] { $count } grupos menores não são mostrados.
    }
admin-nobody-yet = Ninguém apareceu ainda.
admin-nobody-yet-why = Ninguém apareceu ainda. As pessoas aparecem aqui no primeiro login, ou imediatamente se a aplicação fornecer um diretório de seus usuários.
admin-those-who-match = Resultados da busca
admin-everybody = Todas as pessoas
admin-nobody-matches = Ninguém encontrado. A busca considera como o nome, o endereço ou o identificador <em>começa</em>.

admin-search-people = Buscar pessoas
admin-begins-with = Nome, endereço ou identificador começa com
admin-status = Status
admin-any = Qualquer
admin-domain = Domínio
admin-role = Função
admin-tenant = Organização
admin-search = Buscar
admin-show-everybody = Mostrar todas as pessoas
admin-name = Nome
admin-roles = Funções
admin-roles-label = Funções:
admin-download-everybody = Baixar todas as pessoas em uma tabela (CSV)
admin-download-matching = Baixar os resultados em uma tabela (CSV)

admin-until = até { $until }
admin-from = a partir de { $from }
admin-since = desde { $since }
admin-skips-left =
    { $count ->
        [one] pode adiar mais { $count } vez
       *[other] pode adiar mais { $count } vezes
    }

admin-why-title = Por quê: { $user }
admin-why-heading = Por que o segundo fator é pedido, ou não, a <span class="cs-break">{ $user }</span>
admin-explanation = Explicação
admin-everything = Tudo sobre este usuário
admin-decided-nobody = Nenhuma regra em vigor trata deste usuário; por isso, um segundo fator é oferecido, mas não exigido.
admin-decided-rule = Esta regra decide: { $rule }.
admin-decided-own = Um administrador ({ $by }) decidiu sobre este usuário em particular, e isso vale mais do que qualquer regra: { $decision }.
admin-decided-held-rule = Um segundo fator é exigido deste usuário desde { $since }, pela regra “{ $rule }”. Ele continua exigido, embora isso já não decorra do endereço, das funções ou da organização do usuário, até que um administrador decida sobre o usuário ou remova a regra.
admin-decided-held = Um segundo fator é exigido deste usuário desde { $since }: um administrador redefiniu o usuário, ou ele já era exigido no lugar em que o usuário estava antes. O segundo fator continua exigido até que um administrador decida sobre o usuário.
admin-reason-given = Motivo informado: { $reason }

admin-own-require = este usuário precisa ter um segundo fator
admin-own-require-until = este usuário precisa ter um segundo fator, mas pode adiar até { $until }
admin-own-require-for = este usuário precisa ter um segundo fator, mas pode adiar por { $period } depois que a exigência começar a valer
admin-own-require-skips =
    { $count ->
        [1] este usuário precisa ter um segundo fator, mas pode adiar uma vez
       *[other] este usuário precisa ter um segundo fator, mas pode adiar { $count } vezes
    }
admin-own-release = este usuário não precisa de um segundo fator, independentemente das regras
admin-own-exempt = nada é pedido a este usuário até { $until }, independentemente das regras
admin-own-ended = Um administrador ({ $by }) decidiu em { $at }: { $decision }. Essa decisão já terminou. Motivo: { $reason }

admin-asked-nothing = Nada é pedido.
admin-asked-if-enrolled = Um segundo fator é pedido no login se houver um; nenhum é exigido.
admin-asked-grace = Um segundo fator é exigido; quem não tem um pode entrar sem ele até { $until }.
admin-asked-always = Um segundo fator é exigido; quem não tem um precisa ativá-lo antes.
admin-asked-recent = É preciso ter usado um segundo fator há no máximo { $period }.

admin-lost = Regras que não decidiram ({ $count })
admin-lost-more =
    { $count ->
        [one] Mais { $count } regra que não trata deste usuário.
       *[other] Mais { $count } regras que não tratam deste usuário.
    }
admin-lost-own-decides = Um administrador decidiu sobre este usuário.
admin-lost-held-decides = Uma exigência que já valia antes continua valendo.
admin-lost-farther-away = Decide uma regra mais próxima deste usuário.
admin-lost-less-strict = Decide uma regra do mesmo tipo que é mais rígida, ou igualmente rígida e anterior.
admin-lost-not-yet = Ainda não está em vigor.
admin-lost-not-about = Não trata deste usuário.

admin-exempt-kinds = Nada é pedido nestes tipos de login: { $kinds }.
admin-exempt-kinds-whatever = Independentemente do que consta aqui, nada é pedido nestes tipos de login: { $kinds }.
admin-kind-sso = login único (SSO)
admin-kind-sso-mfa = login único (SSO) que pediu mais de um fator
admin-kind-api-key = chaves de API
admin-kind-service = contas de serviço

admin-status-why = Status e motivo
admin-user = Usuário
admin-key = Identificador
admin-address = Endereço de e-mail
admin-not-confirmed = { $address } (não confirmado)
admin-no-address = nenhum
admin-no-roles = nenhuma
admin-set-up = O que está configurado
admin-nothing-set-up = Nada.
admin-kind = Tipo
admin-recovery-left = Códigos de recuperação restantes
admin-recovery-count = { $count } de { $total }
admin-devices = Dispositivos lembrados
admin-history = Histórico
admin-history-all = Histórico completo no registro
admin-own-account = Esta é a sua própria conta. Aqui, ninguém decide sobre a própria conta; peça a outro administrador.

admin-done-required = Agora um segundo fator é exigido deste usuário.
admin-done-released = Este usuário não precisa mais de um segundo fator.
admin-done-exempted = Nada é pedido a este usuário até o fim da isenção.
admin-done-follows-rules = As regras voltam a decidir sobre este usuário.
admin-done-reset = O login em dois fatores deste usuário foi redefinido. Tudo o que estava configurado foi removido, todas as sessões foram encerradas, nenhum dispositivo é mais lembrado, e o usuário precisa ativar tudo de novo.

admin-decide = Decidir sobre este usuário
admin-decide-intro = O que for decidido aqui vale mais do que qualquer regra. O motivo fica no registro, e o usuário pode lê-lo.
admin-require = Exigir um segundo fator
admin-put-off = A ativação pode ser adiada?
admin-put-off-no = Não: imediatamente
admin-release = Dispensar de qualquer exigência
admin-release-what = O usuário não precisa de um segundo fator, independentemente das regras, até que alguém decida outra coisa. Se um segundo fator já estiver configurado, ele continua sendo pedido.
admin-release-button = Dispensar este usuário
admin-exempt = Isentar por um período
admin-exempt-what = Até a data escolhida, nada é pedido ao usuário, nem mesmo um segundo fator já configurado. Depois disso, as regras voltam a valer automaticamente.
admin-last-day = Último dia (UTC)
admin-exempt-button = Isentar este usuário
admin-follow = Voltar a seguir as regras
admin-follow-what = O que foi decidido sobre este usuário e a exigência que foi mantida deixam de valer. A partir daí, só as regras contam.
admin-follow-button = Deixar as regras decidirem
admin-reason-hint = Fica no registro.
admin-reason-hint-user = Fica no registro, e o usuário pode ler.
admin-reason-hint-activation = O usuário lê este texto na página de ativação.
admin-reason-hint-reset = Como foi verificado que se trata mesmo do usuário. Fica no registro.

admin-reset-title = Telefone e códigos de recuperação perdidos?
admin-reset-what = A redefinição remove todos os apps, códigos de recuperação e dispositivos lembrados e encerra todas as sessões em que um segundo fator foi usado. O usuário é avisado por e-mail e precisa ativar tudo de novo no próximo login. Certifique-se de que é mesmo o usuário quem está pedindo.
admin-reset = Redefinir o login em dois fatores
admin-reset-button = Remover tudo o que { $user } configurou

admin-entries = Entradas
admin-search-log = Buscar no registro
admin-key-of-user = Identificador de um usuário
admin-show-everything = Mostrar tudo
admin-nothing-about-user = Não há nada sobre este usuário.
admin-nothing-yet = Nada aconteceu ainda.

admin-address-open = Endereço não confirmado
admin-address-shared = Outra conta tem o mesmo endereço; por isso, nenhum código e nenhum link são enviados para ele.
admin-resend = Enviar o link de novo
admin-resend-hint = O usuário recebe um e-mail com um link que confirma o endereço. Um link enviado antes deixa de valer.
admin-done-confirmation = O e-mail com o link está a caminho.
admin-confirm-many = Pedir a confirmação de endereços
admin-confirm-many-what = Todas as pessoas desta lista cujo endereço não está confirmado recebem, uma única vez, um e-mail com um link. O envio continua em segundo plano.
admin-confirm-everybody = Enviar links a todas as pessoas
admin-confirm-matching = Enviar links às pessoas encontradas
admin-confirm-progress = Ver o andamento
admin-nothing-to-confirm = Não há nada para confirmar
admin-nothing-to-confirm-detail = O endereço já está confirmado, não há nenhum que possa ser confirmado, ou nenhum e-mail é enviado aqui.
admin-confirmations = Confirmação de endereços
admin-confirmations-progress = Links por e-mail
admin-confirmations-none = Ainda não foram enviados links a várias pessoas de uma vez.
admin-confirmations-run = Começou em { $began }. Ainda em andamento.
admin-confirmations-ended = Começou em { $began } e terminou em { $ended }.
admin-confirmations-seen = Pessoas verificadas
admin-confirmations-sent = Links enviados
admin-confirmations-left = Ainda não aceitos pelo servidor de e-mail
admin-confirmations-confirmed = Confirmados
admin-confirmations-recent = Já tinham recebido um link na última hora
admin-confirmations-without = Sem endereço, ou com endereço de várias contas
admin-confirmations-failed = Não puderam ser entregues
admin-confirmations-unsure = Talvez não entregues
admin-confirmations-unsure-hint = Quem talvez não tenha recebido o link não recebe outro neste envio, para que ninguém receba dois. Envie-o de novo na página do usuário.
admin-confirmations-by-itself = Os números são atualizados automaticamente a cada cinco segundos.
admin-confirmations-still = Parar a atualização
admin-confirmations-again = Mostrar os números atuais
